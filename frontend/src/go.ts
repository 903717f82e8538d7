/** The command line: `/` opens it, the first letters of anything that this page leads to choose it. */

import { matching, type Goal } from "./goals";

const TYPING = "input, textarea, select, [contenteditable]";
const SKIPPED = "dialog *, .skip, .brand, .bar-who, [data-go], [data-close], [data-unit], theme-switch *";
const RANKS = ["main :is([data-sheet], .btn)", "main *"];
const FOLDED = ".fold, .bar-nav, .panel";
const SHOWN = 9;

interface Line {
  readonly dialog: HTMLDialogElement;
  readonly box: HTMLInputElement;
  readonly list: HTMLElement;
}

let goals: Goal[] = [];
let shown: Goal[] = [];
let at = 0;

export function listenForGo(): void {
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash || (event.target as Element).closest(TYPING) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-go]")) open();
  });
  const line = parts();
  line?.box.addEventListener("input", () => { show(line); });
  line?.box.addEventListener("keydown", (event) => { key(line, event); });
  line?.list.addEventListener("click", (event) => {
    const chosen = (event.target as Element).closest<HTMLElement>("[data-at]");
    if (chosen) take(line, Number(chosen.dataset["at"]));
  });
}

function parts(): Line | null {
  const dialog = document.querySelector<HTMLDialogElement>("#go");
  const box = dialog?.querySelector<HTMLInputElement>("#go-words");
  const list = dialog?.querySelector<HTMLElement>("#go-list");
  return dialog && box && list ? { dialog, box, list } : null;
}

function open(): void {
  const line = parts();
  if (!line) return;
  goals = within(document);
  line.box.value = "";
  line.dialog.showModal();
  show(line);
}

/** Every link and button by its words: what the page does, where it leads, then the bar. */
function within(page: Document): Goal[] {
  const found = new Map<string, Goal>();
  for (const each of page.querySelectorAll<HTMLElement>("a[href], button")) {
    const words = (each.getAttribute("aria-label") ?? said(each)).replace(/\s+/g, " ").trim();
    const unseen = !each.checkVisibility() && !each.closest(FOLDED);
    if (!words || unseen || each.matches(SKIPPED) || found.has(words)) continue;
    found.set(words, { words, rank: rank(each), act: () => { each.focus(); each.click(); } });
  }
  return [...found.values()].sort((one, other) => one.rank - other.rank);
}

/** Not innerText, which is empty in a menu that is folded up. */
function said(each: HTMLElement): string {
  const copy = each.cloneNode(true) as HTMLElement;
  for (const unsaid of copy.querySelectorAll("[hidden]")) unsaid.remove();
  return copy.textContent;
}

function rank(each: HTMLElement): number {
  const first = RANKS.findIndex((sort) => each.matches(sort));
  return first < 0 ? RANKS.length : first;
}

function show(line: Line): void {
  shown = matching(goals, line.box.value).slice(0, SHOWN);
  line.list.replaceChildren(...shown.map(({ words }, index) => row(words, index)));
  const nothing = line.dialog.querySelector<HTMLElement>(".go-nothing");
  if (nothing) nothing.hidden = shown.length > 0;
  point(line, 0);
}

function row(words: string, index: number): HTMLElement {
  const made = document.createElement("li");
  made.id = `go-${String(index)}`;
  made.role = "option";
  made.dataset["at"] = String(index);
  made.textContent = words;
  return made;
}

function point(line: Line, to: number): void {
  at = shown.length ? (to + shown.length) % shown.length : 0;
  line.box.setAttribute("aria-activedescendant", shown.length ? `go-${String(at)}` : "");
  for (const [index, each] of [...line.list.children].entries()) each.ariaSelected = String(index === at);
}

function key(line: Line, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) point(line, at + step);
  else if (event.key === "Enter") take(line, at);
  else return;
  event.preventDefault();
}

function take(line: Line, index: number): void {
  line.dialog.close();
  shown[index]?.act();
}
