/** "Cancel" on a page goes back to where one came from, if that was here. */

export function watchBack(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("a[data-back]") || !document.referrer.startsWith(location.origin)) return;
    event.preventDefault();
    history.back();
  });
}
