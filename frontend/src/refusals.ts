/** The sentence in which the server says why not, from problem+json or from its page. */

import { gettext } from "./words";

export const UNSAID = gettext("Muster refused this and did not say why.");

export interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

export function sentence(problem: Problem | null): string {
  return problem?.title ?? problem?.detail ?? UNSAID;
}

export function refusal(answer: XMLHttpRequest): string {
  const kind = answer.getResponseHeader("Content-Type") ?? "";
  if (kind.includes("json")) return sentence(parsed(answer.responseText));
  const page = new DOMParser().parseFromString(answer.responseText, "text/html");
  return page.querySelector("[data-refusal-title]")?.textContent.trim() ?? UNSAID;
}

/** What was only to be opened has lost nothing; what was sent is kept, and counts once. */
export function unanswered(verb: string): string {
  return verb === "get"
    ? gettext("No answer from Muster. Try again when the link is back.")
    : gettext("No answer from Muster. What you filled in is kept; send it again, it counts once.");
}

function parsed(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return null;
  }
}
