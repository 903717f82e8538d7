/** Turns one piece of a page into its newer self, touching only what is different. */

import { around, goOn } from "./focus";

const OWN = new Set(["INPUT", "SELECT", "TEXTAREA"]);

/**
 * What somebody holds stays in their hands: a field is left as it is, a fold stays open or
 * shut, and the focus stays where it was, or goes to what is left around that place.
 */
export function morph(from: Element, to: Element): void {
  const path = around(from);
  patch(from, to);
  goOn(path, from);
}

function patch(old: Element, next: Element): void {
  if (OWN.has(old.tagName)) return;
  if (old.localName.includes("-")) {
    if (!tellsTheSame(old, next)) old.replaceWith(document.importNode(next, true));
    return;
  }
  attributes(old, next);
  children(old, next);
}

/** An element with a life of its own writes into itself; its moment and its words decide. */
function tellsTheSame(old: Element, next: Element): boolean {
  const moment = (each: Element): string | null => each.querySelector("time")?.getAttribute("datetime") ?? null;
  if (moment(old) !== moment(next)) return false;
  if ([...next.attributes].some(({ name, value }) => old.getAttribute(name) !== value)) return false;
  return moment(next) !== null || old.textContent === next.textContent;
}

function attributes(old: Element, next: Element): void {
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    const theirs = name === "open" || name === "tabindex";
    if (!theirs && !next.hasAttribute(name)) old.removeAttribute(name);
  }
}

function children(old: Element, next: Element): void {
  let here: ChildNode | null = old.firstChild;
  for (const wanted of [...next.childNodes]) {
    const found = counterpart(here, wanted);
    if (!found) { old.insertBefore(document.importNode(wanted, true), here); continue; }
    if (found === here) here = here.nextSibling;
    else old.insertBefore(found, here);
    if (found instanceof Element) patch(found, wanted as Element);
    else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
  }
  while (here) {
    const over = here;
    here = here.nextSibling;
    over.remove();
  }
}

/** By id among all that is left; without one, whatever of its kind stands at this place. */
function counterpart(here: ChildNode | null, wanted: ChildNode): ChildNode | null {
  const id = wanted instanceof Element ? wanted.id : "";
  if (id) return [...left(here)].find((each) => each instanceof Element && each.id === id) ?? null;
  return here?.nodeName === wanted.nodeName && !(here instanceof Element && here.id) ? here : null;
}

function* left(here: ChildNode | null): Generator<ChildNode> {
  for (let each = here; each; each = each.nextSibling) yield each;
}
