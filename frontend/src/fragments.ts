/** htmx, set up for a strict policy: forms and fragments only, nothing evaluated, nothing kept. */

import htmx from "htmx.org";
import { signInAgain, signInPath } from "./drafts";
import { csrfToken, freshKey } from "./keys";
import { tellLocked } from "./lock";
import { refusal, unanswered } from "./refusals";
import { closeSheet, openSheet } from "./sheets";
import { toast } from "./toasts";

interface Configured extends Event {
  readonly detail: { verb: string; elt: HTMLElement; headers: Record<string, string>; formData: FormData };
}
interface Answered extends Event {
  readonly detail: {
    xhr: XMLHttpRequest;
    target: Element | null;
    shouldSwap: boolean;
    requestConfig: { elt: HTMLElement; verb: string };
  };
}

Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  historyEnabled: false,
  historyCacheSize: 0,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "422", swap: true },
    { code: "[45]..", swap: false, error: true },
  ],
});

/** One form keeps one key until it is taken, so a second press or a retry writes once. */
function sign(event: Event): void {
  const { verb, elt, headers, formData } = (event as Configured).detail;
  if (verb === "get") return;
  headers["X-CSRFToken"] = csrfToken();
  if (formData.has("csrfmiddlewaretoken")) formData.set("csrfmiddlewaretoken", csrfToken());
  headers["Idempotency-Key"] = elt.dataset["key"] ??= freshKey();
}

/**
 * A form that was taken closes its dialog, and its answer's address is where to be next.
 *
 * htmx tells of an answer at the target; the form that asked stands in the request's own part.
 */
function settle(event: Event): void {
  const { xhr, target, requestConfig: { elt } } = (event as Answered).detail;
  const landed = xhr.responseURL ? new URL(xhr.responseURL) : null;
  if (landed?.pathname === signInPath()) {
    (event as Answered).detail.shouldSwap = false;
    signInAgain(elt, elt.getAttribute("hx-post") ?? location.pathname + location.search);
    return;
  }
  if (xhr.status >= 400 || elt.dataset["key"] === undefined) return;
  delete elt.dataset["key"];
  if (target?.id !== "sheet-body") return;
  const asked = new URL(elt.getAttribute("hx-post") ?? location.href, location.href);
  if (landed && landed.pathname !== asked.pathname && landed.pathname !== location.pathname) {
    location.assign(landed);
  }
  if (xhr.status === 204 || landed?.pathname !== asked.pathname) {
    (event as Answered).detail.shouldSwap = false;
    closeSheet();
  }
}

export function startFragments(): void {
  const { body } = document;
  body.addEventListener("htmx:configRequest", sign);
  body.addEventListener("htmx:beforeSwap", settle);
  body.addEventListener("htmx:afterSwap", (event) => {
    if ((event as Answered).detail.target?.id === "sheet-body") openSheet();
  });
  body.addEventListener("htmx:responseError", (event) => {
    const { xhr } = (event as Answered).detail;
    if (xhr.status === 423) tellLocked();
    else toast(refusal(xhr));
  });
  body.addEventListener("htmx:sendError", (event) => { toast(unanswered((event as Answered).detail.requestConfig.verb)); });
}

/** A link that may open in the dialog does; with a key held it is a link like any other. */
export function openLinks(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-sheet]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    htmx.ajax("get", link.href, { target: "#sheet-body", swap: "innerHTML" })
      .catch(() => { link.focus(); }); // htmx:sendError has said why
  });
}
