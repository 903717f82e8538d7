/** Where somebody goes on with the keyboard when what they held is gone. */

/** What is focused, and everything around it, nearest first; nothing where it lies elsewhere. */
export function around(within: Element): Element[] {
  const focused = document.activeElement;
  if (!focused || focused === within || !within.contains(focused)) return [];
  const path = [focused];
  for (let each = focused.parentElement; each && each !== within; each = each.parentElement) path.push(each);
  return path;
}

/** Focus what is left of that place, if nothing else has been focused since. */
export function goOn(path: readonly Element[], last: Element): void {
  const [first] = path;
  const held = document.activeElement;
  if (!first || held === first || (held && held !== document.body)) return;
  const place = path.find((each) => each.isConnected) ?? last;
  if (place !== first && !place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
  (place as HTMLElement).focus({ preventScroll: true });
}
