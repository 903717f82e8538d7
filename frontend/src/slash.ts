/** `/` goes to the page's search or command box, as dispatchers expect (screens.md, pattern 5). */

const TYPING = "input, textarea, select, [contenteditable]";

export function listenForSlash(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest(TYPING)) return;
    const box = document.querySelector<HTMLInputElement>("[data-slash]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
