const CROWD = 60; // marks that can still be told from each other
const FAINTEST = 0.08;

/** The strip beside the text: where the marked places are, which part is on screen, and buttons to walk through them. */
class Rail {
  constructor(places, text, reader) {
    this.places = places;
    this.at = [];
    this.text = text;
    this.window = element("i", { class: "window" });
    this.ticks = places.map(([first]) => element("i", { class: `tick ${first.className}` }));
    // Hundreds of marks lie on each other: pale ones show where they crowd.
    const faint = Math.max(FAINTEST, Math.min(1, CROWD / places.length));
    this.ticks.forEach((tick) => tick.style.setProperty("--faint", faint));
    this.strip = element("div", { class: "strip", "aria-hidden": "true" }, this.window, ...this.ticks);
    this.count = element("p", { class: "count", role: "status" });
    this.element = this.assemble(reader);
    this.name(null);
  }

  assemble(reader) {
    const back = step("Previous marked place", "↑", "p");
    const on = step("Next marked place", "↓", "n");
    back.onclick = () => reader.walk(-1);
    on.onclick = () => reader.walk(1);
    this.strip.onclick = (event) => reader.go(this.nearest(event));
    return element("nav", { class: "rail", "aria-label": "Marked places" }, back, this.strip, on, this.count);
  }

  share(y) {
    const { top, height } = this.text.getBoundingClientRect();
    return height ? Math.min(Math.max((y - top) / height, 0), 1) : 0;
  }

  layOut() {
    this.at = this.places.map(([first]) => this.share(first.getBoundingClientRect().top));
    this.ticks.forEach((tick, i) => tick.style.setProperty("--at", this.at[i]));
    this.follow();
  }

  follow() {
    this.window.style.setProperty("--from", this.share(0));
    this.window.style.setProperty("--to", this.share(window.innerHeight));
  }

  nearest({ clientX, clientY }) {
    const { left, top, width, height } = this.strip.getBoundingClientRect();
    const clicked = height > width ? (clientY - top) / height : (clientX - left) / width;
    const distances = this.at.map((at) => Math.abs(at - clicked));
    return distances.indexOf(Math.min(...distances));
  }

  name(index) {
    const total = this.places.length;
    const [all, now] = [total, index + 1].map((number) => number.toLocaleString("en"));
    this.count.textContent = index === null ? all : `${now}/${all}`;
    this.ticks.forEach((tick, i) => tick.classList.toggle("current", i === index));
  }
}
