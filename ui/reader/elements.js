/**
 * The article as elements, built from the pieces that Python sends.
 *
 * Article text is hostile. It enters the page only as text nodes and attribute values, never as markup, and only
 * through `element`.
 */

/** The element `name`; attributes that are null, undefined or empty are left out, strings become text nodes. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== "") made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

function run({ text, kinds, place }) {
  return place === null ? text : element("mark", { class: kinds, "data-place": place, tabindex: -1 }, text);
}

function piece({ number, polarity, title, runs }) {
  if (number === null) return element("span", {}, ...runs.map(run));
  const sentence = element("span", { class: "sentence", "data-sentence": number, title }, ...runs.map(run));
  sentence.tabIndex = -1;
  if (polarity) tint(sentence, polarity);
  return sentence;
}

function tint(sentence, polarity) {
  sentence.classList.add(polarity < 0 ? "negative" : "positive");
  sentence.style.setProperty("--strength", Math.min(Math.abs(polarity), 1));
}

const blocks = {
  paragraph: ({ pieces }) => element("p", { dir: "auto" }, ...pieces.map(piece)),
  removed: ({ reason, lines }) =>
    element(
      "aside",
      { class: "removed", "aria-label": `Removed: ${reason}` },
      element("p", { class: "reason" }, `Removed: ${reason}`),
      ...lines.map((line) => element("del", { dir: "auto" }, line)),
    ),
};

function kicker(details) {
  const parts = details.flatMap((detail, i) => (i ? [" · ", element("bdi", {}, detail)] : [element("bdi", {}, detail)]));
  return element("p", { class: "kicker" }, ...parts);
}

function headline({ headline: runs, untitled }) {
  const label = untitled ? [element("span", { class: "label" }, "No headline")] : [];
  const words = element("span", { dir: "auto" }, ...runs.map(run));
  return element("h2", { id: "headline", class: untitled ? "untitled" : null }, ...label, words);
}

function origin({ href, host }) {
  const link = element("a", { href, target: "_blank", rel: "noopener noreferrer" }, "Read the original at ", element("bdi", {}, host));
  return element("p", { class: "origin" }, link);
}

function legend() {
  return element(
    "p",
    { class: "legend" },
    element("span", {}, "Tone of each sentence: negative"),
    element("span", { class: "scale", "aria-hidden": "true" }),
    element("span", {}, "positive"),
  );
}

function header(page) {
  return element(
    "header",
    {},
    ...(page.details.length ? [kicker(page.details)] : []),
    headline(page),
    ...(page.link ? [origin(page.link)] : []),
    ...page.notices.map((notice) => element("p", { class: "notice", dir: "auto" }, notice)),
    ...(page.toned ? [legend()] : []),
  );
}

function article(page) {
  const text = page.blocks.map((block) => blocks[block.kind](block));
  const body = text.length ? text : [element("p", { class: "empty" }, "This article has no text.")];
  return element("article", { lang: page.language, "aria-labelledby": "headline" }, header(page), ...body);
}

function step(label, sign, key) {
  return element("button", { type: "button", "aria-label": label, title: `${label} (${key})`, "aria-keyshortcuts": key }, sign);
}
