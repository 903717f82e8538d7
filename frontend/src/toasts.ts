/** Short words that float over the page, and over an open dialog; the same words once. */

const STAYS_MS = 8000;

export type Tone = "ok" | "warn" | "bad";

export function toast(words: string, tone: Tone = "bad"): void {
  const place = document.getElementById("toasts");
  if (!place) return;
  for (const before of [...place.children]) if (before.textContent === words) before.remove();
  const said = document.createElement("p");
  said.className = "notice";
  said.dataset["tone"] = tone;
  said.textContent = words;
  place.append(said);
  raise(place);
  setTimeout(() => {
    said.remove();
    if (!place.childElementCount) place.hidePopover();
  }, STAYS_MS);
}

/** The top layer is a stack: showing again puts the words above a dialog opened since. */
function raise(place: HTMLElement): void {
  if (place.matches(":popover-open")) place.hidePopover();
  place.showPopover();
}
