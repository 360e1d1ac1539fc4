/** The reader in the browser: shows the article that Python sends, and reports the sentence that is clicked. */

const SETTLING = 2000; // milliseconds in which the page above may still grow and push the text away
const TONES = 10; // colours in Streamlit's diverging scale, from low to high
const LETTERS = /^[np]$/;

/** One reader on the page: keeps what is shown, the sentence chosen and the marked place visited. */
class Reader {
  constructor(root) {
    this.sheet = element("div", { class: "sheet" });
    this.host = element("div", { class: "reader" }, this.sheet);
    root.append(this.host);
    this.resized = new ResizeObserver(() => this.layOut());
    this.listen();
  }

  listen() {
    this.ended = new AbortController();
    const until = { signal: this.ended.signal };
    const early = { ...until, capture: true, passive: true };
    this.host.addEventListener("pointerdown", (event) => (this.pressed = event), until);
    this.host.addEventListener("click", (event) => this.onClick(event), until);
    this.host.addEventListener("keydown", (event) => this.onSentenceKey(event), until);
    document.addEventListener("keydown", (event) => this.onLetter(event), until);
    document.addEventListener("scroll", () => this.rail?.follow(), early);
    for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      window.addEventListener(sign, () => (this.settling = null), early);
    }
  }

  close() {
    this.ended.abort();
    this.resized.disconnect();
    this.settling = null;
  }

  show({ page, sentence }) {
    const fingerprint = JSON.stringify(page);
    const another = this.article !== page.id;
    if (another) this.chosen = null;
    this.colour();
    if (fingerprint !== this.fingerprint) this.rebuild(page);
    if (another && this.article !== undefined && sentence === null) this.returnToTop();
    if (another || sentence !== this.asked) this.open(sentence);
    else this.outline(this.chosen);
    Object.assign(this, { fingerprint, article: page.id, asked: sentence });
  }

  rebuild(page) {
    const text = article(page);
    this.places = groupPlaces(text);
    this.place = null;
    this.rail = this.places.length ? new Rail(this.places, text, this) : null;
    this.sheet.replaceChildren(...(this.rail ? [this.rail.element] : []), text);
    this.resized.disconnect();
    this.resized.observe(text);
    this.text = text;
  }

  layOut() {
    this.host.style.setProperty("--covered", `${coveredHeight()}px`);
    this.rail?.layOut();
  }

  /** Take the two sides of the tone from the theme's diverging scale, so that they mean the same in every chart. */
  colour() {
    const scale = getComputedStyle(this.host).getPropertyValue("--st-chart-diverging-colors").split(",");
    if (scale.length !== TONES) return;
    this.host.style.setProperty("--negative", scale[2]);
    this.host.style.setProperty("--positive", scale[TONES - 3]);
  }

  spans(number) {
    return number === null ? [] : [...this.text.querySelectorAll(`[data-sentence="${number}"]`)];
  }

  /** Outline `number` and bring it into view, unless it was clicked and so is in view already. */
  open(number) {
    const clicked = number === this.chosen;
    this.outline(number);
    const [first] = this.spans(number);
    if (first && !clicked) this.settle(first);
  }

  outline(number) {
    const spans = this.spans(number);
    this.text.querySelectorAll("[aria-current]").forEach((span) => span.removeAttribute("aria-current"));
    spans.forEach((span) => span.setAttribute("aria-current", "true"));
    this.chosen = spans.length ? number : null;
    this.stopAt(spans[0] ?? this.text.querySelector(".sentence"));
  }

  /** Let Tab reach one sentence only; the arrow keys go on from there. */
  stopAt(sentence) {
    this.text.querySelectorAll(".sentence[tabindex='0']").forEach((span) => (span.tabIndex = -1));
    if (sentence) sentence.tabIndex = 0;
  }

  /** Keep `target` in the middle until the page above it stops growing, or the reader of the page does something. */
  settle(target) {
    const until = performance.now() + SETTLING;
    this.settling = target;
    const again = () => {
      if (this.settling !== target || performance.now() > until) return;
      target.scrollIntoView({ block: "center" });
      setTimeout(again, 100);
    };
    again();
  }

  returnToTop() {
    if (this.host.getBoundingClientRect().top < 0) this.host.scrollIntoView({ block: "start" });
  }

  onClick(event) {
    const moved = this.pressed && Math.hypot(event.clientX - this.pressed.clientX, event.clientY - this.pressed.clientY) > 4;
    const span = event.target.closest?.("[data-sentence]");
    if (span && !(moved && event.detail)) this.choose(span);
  }

  choose(span) {
    const number = Number(span.dataset.sentence);
    this.outline(number);
    this.report({ article: this.article, number, at: Date.now() });
  }

  onSentenceKey(event) {
    const span = event.target.closest?.("[data-sentence]");
    if (!span) return;
    if (event.key === "Enter") this.choose(span);
    if (event.key === "ArrowRight") this.neighbour(span, 1);
    if (event.key === "ArrowLeft") this.neighbour(span, -1);
  }

  neighbour(span, by) {
    const all = [...this.text.querySelectorAll(".sentence")];
    all[all.indexOf(span) + by]?.focus();
  }

  onLetter(event) {
    const hidden = !this.host.getClientRects().length; // behind another tab
    if (!LETTERS.test(event.key) || !this.rail || hidden || isElsewhere(event, this.host)) return;
    event.preventDefault();
    this.walk(event.key === "n" ? 1 : -1);
  }

  walk(by) {
    const total = this.places.length;
    const next = this.place === null ? this.entrance(by) : this.place + by;
    this.go((next + total) % total);
  }

  /** The first place in sight or below, or the last one above. */
  entrance(by) {
    const top = coveredHeight();
    const below = this.places.findIndex(([first]) => first.getBoundingClientRect().top >= top);
    return by > 0 ? Math.max(below, 0) : below - 1;
  }

  go(index) {
    this.settling = null;
    this.place = index;
    this.text.querySelectorAll("mark.current").forEach((mark) => mark.classList.remove("current"));
    this.places[index].forEach((mark) => mark.classList.add("current"));
    this.places[index][0].scrollIntoView({ block: "center" });
    this.places[index][0].focus({ preventScroll: true });
    this.rail.name(index);
  }
}

/** How much of the window Streamlit's header covers; an empty one lets clicks and sight through. */
function coveredHeight() {
  const header = document.querySelector("[data-testid=stHeader]");
  const covers = header && getComputedStyle(header).pointerEvents !== "none";
  return covers ? header.getBoundingClientRect().height : 0;
}

/** The `mark` elements of each place, in the order of the text. */
function groupPlaces(text) {
  const places = new Map();
  for (const mark of text.querySelectorAll("mark")) {
    const place = mark.dataset.place;
    places.set(place, [...(places.get(place) ?? []), mark]);
  }
  return [...places.values()];
}

const readers = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const reader = readers.get(parentElement) ?? new Reader(parentElement);
  readers.set(parentElement, reader);
  reader.report = (sentence) => setStateValue("sentence", sentence);
  reader.show(data);
  return () => {
    reader.close();
    reader.host.remove();
    readers.delete(parentElement);
  };
}
