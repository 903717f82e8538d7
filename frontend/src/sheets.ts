/** The page's one dialog: opens when a fragment arrives in it, closes when its work is done. */

const FIELD = ":is(input:not([type=hidden]), select, textarea)";
const FIRST = [`[data-wrong] ${FIELD}`, "[autofocus]", `form ${FIELD}`];

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
  if (!dialog.open) dialog.showModal();
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
  });
}
