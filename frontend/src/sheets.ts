/** The page's one dialog: opens when a fragment arrives in it, closes when its work is done. */

import { around, goOn } from "./focus";

const FIELD = ":is(input:not([type=hidden]), select, textarea)";
const FIRST = [`[data-wrong] ${FIELD}`, "[autofocus]", `form ${FIELD}`];

/** What the dialog was opened from, which may be gone when it closes. */
let from: readonly Element[] = [];

function sheet(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>("#sheet");
}

/** The fragment's own heading becomes the dialog's. */
export function openSheet(): void {
  const dialog = sheet();
  if (!dialog) return;
  const heading = dialog.querySelector<HTMLElement>("#sheet-body [data-title]");
  const title = dialog.querySelector("#sheet-title");
  if (heading && title) title.textContent = heading.dataset["title"] ?? "";
  if (!dialog.open) {
    from = around(document.body);
    dialog.showModal();
  }
  FIRST.map((sort) => dialog.querySelector<HTMLElement>(`#sheet-body ${sort}`)).find(Boolean)?.focus();
}

export function closeSheet(): void {
  sheet()?.close();
}

export function watchSheet(): void {
  const dialog = sheet();
  dialog?.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-close]")) dialog.close();
  });
  dialog?.addEventListener("close", () => {
    dialog.querySelector("#sheet-body")?.replaceChildren();
    goOn(from, document.getElementById("main") ?? document.body);
  });
}
