"""A reader's own notes: a small part of Markdown, and all else as it was typed."""

import pytest

from report.document import Bullets, Code, Heading, Paragraph, Quote, Run, plain, text_of
from report.markdown import read_markdown


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("", ()),
        ("  \n\n ", ()),
        ("Plain text.", (Paragraph(plain("Plain text.")),)),
        ("one\n\ntwo", (Paragraph(plain("one")), Paragraph(plain("two")))),
        ("# A *heading*", (Heading("A heading"),)),
        ("**b**`d` a_b_c", (Paragraph((Run("b", "strong"), Run("d", "code"), Run(" a_b_c"))),)),
        ("a *c*`d`", (Paragraph((Run("a "), Run("c", "emphasis"), Run("d", "code"))),)),
        ("- a\n- b", (Bullets((plain("a"), plain("b"))),)),
        ("1. a\n2. b", (Bullets((plain("a"), plain("b")), is_numbered=True),)),
        ("- a\n  - b", (Bullets((plain("a"), plain("b"))),)),
        ("> said", (Quote(plain("said")),)),
        ("```\nx = 1\n```", (Code("x = 1"),)),
        ("***", ()),
        ("[here](https://example.org)", (Paragraph((Run("here", "", "https://example.org"),)),)),
        ("[me](mailto:a@example.org)", (Paragraph((Run("me", "", "mailto:a@example.org"),)),)),
    ],
)  # fmt: skip
def test_what_is_read(typed, blocks):
    assert read_markdown(typed) == blocks


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<b onclick='x'>bold</b>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "&lt;b&gt;",
        "#evil[ $x$ @ref",
        "[1]: https://example.org",
        "| a | b |",
    ],
)
def test_all_else_is_text(typed):
    (paragraph,) = read_markdown(typed)

    assert text_of(paragraph.line) == typed
    assert not any(run.link for run in paragraph.line)


def test_a_picture_is_not_fetched():
    (paragraph,) = read_markdown("![pixel](https://tracker.invalid/pixel.png)")

    assert isinstance(paragraph, Paragraph)
    assert "pixel" in text_of(paragraph.line)


def test_a_nul_is_left_out():
    assert read_markdown("a\x00b") == (Paragraph(plain("ab")),)
