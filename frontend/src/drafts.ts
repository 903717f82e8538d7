/** What was typed when a session had ended: kept in this tab until the same person is back. */

import { csrfToken } from "./keys";

const SHELF = "muster-draft";
const UNKEPT = new Set(["password", "hidden", "file", "submit"]);

interface Draft {
  readonly member: string;
  readonly page: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly ended: boolean;
}

export function signInPath(): string {
  return meta("sign-in");
}

/** The session had ended: keep what was typed, and come back to it by way of the entrance. */
export function signInAgain(form: HTMLElement | null, page: string): void {
  if (form instanceof HTMLFormElement) keep(form, page);
  location.assign(`${signInPath()}?next=${encodeURIComponent(page)}`);
}

/** On every page: give back what the entrance held, and forget what was taken. */
export function watchDrafts(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "post" || form.hasAttribute("hx-post") || form.matches("[data-sign-in]")) return;
    refreshToken(form);
    keep(form, location.pathname + location.search);
  });
  const draft = recall();
  const entrance = document.querySelector<HTMLFormElement>("[data-sign-in]");
  if (draft && entrance) { hold(draft, entrance); return; }
  sessionStorage.removeItem(SHELF);
  if (draft?.ended && draft.member === meta("member") && draft.page === location.pathname + location.search) giveBack(draft);
}

function keep(form: HTMLFormElement, page: string): void {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && kept(form, name) ? [[name, value] as const] : []);
  store({ member: meta("member"), page, fields, ended: false });
}

function kept(form: HTMLFormElement, name: string): boolean {
  const control = form.elements.namedItem(name);
  return !(control instanceof HTMLInputElement && UNKEPT.has(control.type));
}

function hold(draft: Draft, entrance: HTMLFormElement): void {
  store({ ...draft, ended: true });
  const ways = (entrance.closest(".entry") ?? entrance).querySelectorAll<HTMLInputElement>("input[name=next]");
  for (const next of ways) next.value = draft.page;
  for (const each of document.querySelectorAll<HTMLElement>("[data-draft-kept]")) each.hidden = !draft.fields.length;
}

function giveBack(draft: Draft): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("main form")].filter((each) => each.method === "post");
  const form = forms.find((each) => draft.fields.some(([name]) => each.elements.namedItem(name)));
  if (!form) return;
  for (const control of form.querySelectorAll<HTMLInputElement>("input, textarea, select")) fill(control, draft);
  for (const each of document.querySelectorAll<HTMLElement>("[data-draft-back]")) each.hidden = false;
}

function fill(control: HTMLInputElement, draft: Draft): void {
  if (UNKEPT.has(control.type)) return;
  const values = draft.fields.filter(([name]) => name === control.name).map(([, value]) => value);
  if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
  else if (values[0] !== undefined) [control.value] = values as [string];
}

/** Whoever signed in again in another tab has another token by now. */
function refreshToken(form: HTMLFormElement): void {
  const token = form.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]");
  if (token) token.value = csrfToken();
}

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}

function store(draft: Draft): void {
  try {
    sessionStorage.setItem(SHELF, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing loses what was typed, as it would have without this.
  }
}

function recall(): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(SHELF) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}
