/** When single keys are meant for a page: shared by all that listen to them. */

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=grid]";
const KEYS_OFF = "broadsheet.keys-off"; // in the browser's own storage: a choice of this person, for every collection

function keysAreOn() {
  try {
    return !localStorage.getItem(KEYS_OFF);
  } catch {
    return true; // no storage, no choice
  }
}

/** Whether a key was meant for something else: a field that is filled in, a dialog in front of `host`, the browser. */
function isElsewhere(event, host) {
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const typing = event.composedPath().some((node) => node.matches?.(TYPING));
  const dialog = document.querySelector("[aria-modal=true]");
  const behind = dialog && !dialog.contains(host.getRootNode().host);
  return held || typing || behind || event.defaultPrevented || !keysAreOn();
}
