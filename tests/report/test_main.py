"""The command: each form, what is refused, and the same bytes for the same input."""

import zipfile

import pytest

from report.__main__ import main
from tests.report.making import pdf_of, pdf_text


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")


def test_a_pdf_of_a_selection(sample, tmp_path, capsys):
    out = tmp_path / "new" / "report.pdf"
    selection = "outlet=The+Harbour+Gazette&outlet=Marchland+Post&from=2026-03-10&tab=apart"
    arguments = [str(sample.folder), "--out", str(out), "--selection", selection, "--sections", "overview, methods"]

    assert main([*arguments, "--title", "Two papers", "--paper", "letter"]) == 0

    found = pdf_of(out.read_bytes())
    text = pdf_text(out.read_bytes())
    assert capsys.readouterr().out.startswith(f"{out}: ")
    assert found.metadata.title == "Two papers"
    assert [entry.title for entry in found.outline if not isinstance(entry, list)] == ["Overview", "Methods"]
    assert round(found.pages[0].mediabox.width) == 612
    assert "Selected: The Harbour Gazette or Marchland Post" in text
    assert "28 May 2026" in text


def test_the_same_input_gives_the_same_bytes(sample, tmp_path):
    for name in ("report.pdf", "report.html", "report.zip"):
        outs = [tmp_path / place / name for place in ("one", "other")]
        for out in outs:
            assert main([str(sample.folder), "--out", str(out), "--sections", "overview,sentiment"]) == 0
        assert outs[0].read_bytes() == outs[1].read_bytes()


def test_a_folder_has_the_pages_and_none_of_an_earlier_report(sample, tmp_path):
    out = tmp_path / "pages"
    out.mkdir()
    (out / "page-99.png").write_bytes(b"old")
    (out / "kept.txt").write_text("mine")

    assert main([str(sample.folder), "--out", f"{out}/", "--sections", "methods"]) == 0

    names = sorted(path.name for path in out.iterdir())
    assert names[:2] == ["kept.txt", "page-01.png"]
    assert "page-99.png" not in names
    assert (out / "page-01.png").read_bytes().startswith(b"\x89PNG")


def test_a_zip_has_the_report_and_each_figure_with_its_table(sample, tmp_path):
    out = tmp_path / "report.zip"
    assert main([str(sample.folder), "--out", str(out), "--sections", "overview"]) == 0

    with zipfile.ZipFile(out) as found:
        names = found.namelist()
        assert {"report.pdf", "report.html", "figures.txt"} < set(names)
        figures = [name for name in names if name.startswith("figures/") and name.endswith(".svg")]
        assert figures
        for figure in figures:
            assert figure.replace(".svg", ".png") in names
            assert figure.replace("figures/", "tables/").replace(".svg", ".csv") in names
            assert f"bundle {sample.fingerprint}" in found.read(figure).decode()
            assert figure.removesuffix(".svg") in found.read("figures.txt").decode()


def test_notes_and_articles_of_ones_own(sample, tmp_path):
    notes = tmp_path / "notes.md"
    notes.write_text("# What I think\n\n**Much** #pagebreak() <b>of</b> it.")
    out = tmp_path / "report.pdf"
    arguments = [str(sample.folder), "--out", str(out), "--sections", "notes,articles", "--notes", str(notes)]

    assert main([*arguments, "--articles", "nobody"]) == 0

    text = pdf_text(out.read_bytes())
    assert "What I think" in text
    assert "Much #pagebreak() <b>of</b> it." in text
    assert "Not in this collection: nobody." in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "x.docx"], "must end in .pdf, .html or .zip, or be a folder"),
        (["--out", "x.pdf", "--sections", "overview,weather"], "there is no section 'weather'"),
        (["--out", "x.pdf", "--selection", "from=soon"], "from=soon cannot be understood"),
        (["--out", "x.pdf", "--selection", "topic=0&topic=flood"], "topic=0 flood cannot be understood"),
        (["--out", "x.pdf", "--notes", "nowhere.md"], "nowhere.md: cannot be read"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(arguments, said, sample, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    assert main([str(sample.folder), *arguments]) == 2

    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert error.count("\n") == 1
    assert said in error
    assert list(tmp_path.iterdir()) == []


def test_no_bundle_is_named(tmp_path, capsys):
    assert main([str(tmp_path / "nothing"), "--out", str(tmp_path / "x.pdf")]) == 2
    assert "no bundle" in capsys.readouterr().err


def test_where_nothing_can_be_written_is_named(sample, tmp_path, capsys):
    (tmp_path / "file").write_text("x")

    assert main([str(sample.folder), "--out", str(tmp_path / "file" / "x.pdf"), "--sections", "methods"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_address_of_the_dashboard_is_a_selection(sample, tmp_path):
    out = tmp_path / "report.html"
    selection = "http://localhost:8501/keywords?q=strike&count=stories"

    assert main([str(sample.folder), "--out", str(out), "--selection", selection, "--sections", "methods"]) == 0
    assert "Selected: “strike”. Counted by story" in out.read_text(encoding="utf-8")
