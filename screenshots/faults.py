"""Faults: what is wrong with a page as a browser draws it: errors, empty charts, cut text, sideways scrolling."""

from __future__ import annotations

from typing import Any

BROKEN = "[data-testid=stException], [data-testid=stAlertContentError], [data-testid=stAlertContentWarning]"
"""What Streamlit shows where something is wrong."""

# The parts of a chart that are no marks of it.
_FRAME = ("axis", "legend", "title", "header")

_EMPTY_CHARTS = """frame => {
  const others = frame.map(part => `:not([aria-roledescription="${part}"])`).join('');
  const isBlank = canvas => {
    const pixels = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return pixels.every(pixel => pixel === pixels[0]);
  };
  const isEmpty = chart => {
    const canvas = chart.querySelector('canvas');
    return canvas ? isBlank(canvas) : !chart.querySelector(`[role="graphics-symbol"]${others}`);
  };
  return [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].filter(isEmpty)
    .map(chart => chart.closest('[class*=st-key-]')?.className.match(/st-key-(\\S+)/)[1] ?? 'a chart');
}"""

# Texts of a drawing reach beyond it, or a line ends where its box does. A concordance fades on purpose, and a widget
# shows as much as it has room for of what can be opened.
_CUT_TEXTS = """() => {
  const leading = 5, found = [];
  for (const drawing of document.querySelectorAll('[data-testid=stVegaLiteChart] svg')) {
    const frame = drawing.getBoundingClientRect();
    for (const text of drawing.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (text.textContent.trim() && box.width && (box.left < frame.left - 1 || box.right > frame.right + 1
        || box.top < frame.top - leading || box.bottom > frame.bottom + leading)) found.push(text.textContent);
    }
  }
  const aside = ['.kwic', 'textarea', ...['stSelectbox', 'stMultiSelect', 'stFileUploader', 'stDataFrame']
    .map(widget => `[data-testid=${widget}]`)].join(', ');
  const main = document.querySelector('[data-testid=stMain]');
  for (const node of main.querySelectorAll('p, a, span, small, label, button, h1, h2, h3, li, td, th, div')) {
    const own = [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (!own || node.closest(aside) || !node.checkVisibility()) continue;
    const style = getComputedStyle(node);
    // What is one pixel wide is there for those who hear the page.
    const isBox = style.overflowX !== 'visible' && style.display !== 'inline' && node.clientWidth > 1;
    if (isBox && node.scrollWidth > node.clientWidth + 1) found.push(node.innerText);
  }
  return found.map(text => text.trim().slice(0, 80));
}"""

_TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .filter(part => part.scrollWidth > part.clientWidth).map(part => `${part.scrollWidth} in ${part.clientWidth}`)"""


def faults(page: Any) -> list[str]:
    """What is wrong with the page as it stands, each in words; a page that is still drawn may be wrong for a moment."""
    errors = [text.strip() for text in page.locator(BROKEN).all_inner_texts()]
    return [
        *(f"an error: {text}" for text in errors),
        *(f"an empty chart: {name}" for name in page.evaluate(_EMPTY_CHARTS, list(_FRAME))),
        *(f"cut text: {text}" for text in page.evaluate(_CUT_TEXTS)),
        *(f"wider than the window: {pixels} pixels" for pixels in page.evaluate(_TOO_WIDE)),
    ]
