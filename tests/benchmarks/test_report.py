"""Figures are printed and kept the same."""

from pathlib import Path

from analysis import VERSION
from benchmarks.report import Table, publish

FOLDER = Path(__file__).resolve().parent.parent.parent / "benchmarks"


def test_a_page_has_the_command_the_version_and_a_table(tmp_path, capsys):
    text = publish("speed", "python -m benchmarks.speed", [Table("Rain", ("a", "b"), [("x", "1", "2")])], tmp_path)

    assert (tmp_path / "speed.md").read_text(encoding="utf-8") == text
    assert capsys.readouterr().out.strip() == text.strip()
    assert f"`python -m benchmarks.speed`, version {VERSION}" in text
    assert text.endswith("## Rain\n\n|  | a | b |\n| --- | --- | --- |\n| x | 1 | 2 |\n")


def test_each_benchmark_is_in_the_readme_and_has_results():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    modules = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py")}
    commands = [name for name, text in modules.items() if "__main__" in text]

    assert {"cleaning", "peers"} <= set(commands)
    for name in commands:
        assert f"`python -m benchmarks.{name}" in readme
        assert (FOLDER / "results" / f"{name}.md").is_file() or "publish(" not in modules[name]
