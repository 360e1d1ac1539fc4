/** The keys of a page, and the dialog that lists them. */

const NEXT = ".st-key-next_article a:not([disabled], [aria-disabled=true])";
const PREVIOUS = ".st-key-previous_article a:not([disabled], [aria-disabled=true])";
const ENTRIES = "[class*=st-key-entry_] [data-testid=stPageLink] a";

function made(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => node.setAttribute(attribute, value));
  node.append(...children);
  return node;
}

class Keyboard {
  constructor(root, keys) {
    this.button = made("button", { type: "button", "aria-haspopup": "dialog", "aria-keyshortcuts": "?" }, "Keys");
    this.button.title = "Keyboard shortcuts (?)";
    this.button.onclick = () => this.open();
    this.dialog = this.listing(keys);
    this.host = made("div", { class: "keyboard" }, this.button, this.dialog);
    root.append(this.host);
    this.ended = new AbortController();
    document.addEventListener("keydown", (event) => this.onKey(event), { signal: this.ended.signal });
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
  }

  listing(keys) {
    const rows = keys.flatMap(([key, does]) => [made("dt", {}, made("kbd", {}, key)), made("dd", {}, does)]);
    const isOn = made("input", { type: "checkbox" });
    isOn.checked = keysAreOn();
    isOn.onchange = () => this.remember(isOn.checked);
    const close = made("button", { type: "button" }, "Close");
    const dialog = made(
      "dialog",
      { "aria-labelledby": "keys" },
      made("h2", { id: "keys" }, "Keyboard shortcuts"),
      made("dl", {}, ...rows),
      made("label", {}, isOn, " Use these keys"),
      close,
    );
    close.onclick = () => dialog.close();
    return dialog;
  }

  remember(isOn) {
    if (isOn) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  onKey(event) {
    const act = { "/": this.search, j: () => this.step(1), k: () => this.step(-1), "?": this.open }[event.key];
    if (!act || event.repeat || isElsewhere(event, this.host)) return;
    event.preventDefault();
    act.call(this);
  }

  search() {
    const field = document.querySelector(".st-key-w_q input");
    field?.focus();
    field?.select();
  }

  /** To the neighbour of the article that is read; among listed articles the focus moves, and Enter opens. */
  step(by) {
    const entries = [...document.querySelectorAll(ENTRIES)];
    if (entries.length) this.focusOn(entries, by);
    else document.querySelector(by > 0 ? NEXT : PREVIOUS)?.click();
  }

  focusOn(entries, by) {
    const at = entries.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : entries.length - 1) : Math.min(Math.max(at + by, 0), entries.length - 1);
    entries[next].focus();
    entries[next].scrollIntoView({ block: "center" });
  }

  close() {
    this.ended.abort();
    this.host.remove();
  }
}

const keyboards = new WeakMap();

export default function ({ data, parentElement }) {
  const keyboard = keyboards.get(parentElement) ?? new Keyboard(parentElement, data.keys);
  keyboards.set(parentElement, keyboard);
  return () => {
    keyboard.close();
    keyboards.delete(parentElement);
  };
}
