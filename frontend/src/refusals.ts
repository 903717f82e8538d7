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

function parsed(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return null;
  }
}
