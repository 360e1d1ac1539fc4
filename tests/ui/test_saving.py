"""Files that are made when they are asked for."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def test_asking_for_a_file_runs_no_page_which_would_take_its_maker_away():
    def _page():
        from ui.saving import save_button

        save_button("Save", lambda: b"a,b", "rows.csv", key="save")

    (button,) = AppTest.from_function(_page).run().get("download_button")
    assert button.proto.deferred_file_id
    assert button.proto.ignore_rerun


def test_every_file_is_offered_by_that_one_button():
    offering = [path for path in (ROOT / "ui").rglob("*.py") if "st.download_button" in path.read_text("utf-8")]
    assert [path.name for path in offering] == ["saving.py"]
