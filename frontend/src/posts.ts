/** Sending one act: the same key on every try, until the server has said yes or no. */

import { csrfToken, freshKey } from "./keys";
import { tellLocked } from "./lock";
import { sentence, type Problem } from "./refusals";
import { gettext } from "./words";

const TRIES = 9;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
const PATIENCE_MS = 10_000;
const BUSY = new Set([408, 425, 429, 502, 503, 504]);

export interface Outcome {
  readonly done: boolean;
  readonly words: string;
}

export interface Hands {
  readonly fetch: typeof fetch;
  readonly pause: (wait: number) => Promise<void>;
  /** Told before every further try. */
  readonly again: (attempt: number) => void;
}

export const HANDS: Omit<Hands, "again"> = {
  fetch: (...request) => fetch(...request),
  pause: (wait) => new Promise((done) => setTimeout(done, wait)),
};

/** Done means that the server said so; a captive portal's page or a redirect does not count. */
export async function post(url: string, body: unknown, hands: Hands): Promise<Outcome> {
  const key = freshKey();
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const outcome = await tryOnce(url, body, key, hands);
    if (outcome) return outcome;
    hands.again(attempt);
    await hands.pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
  }
  return { done: false, words: gettext("No answer from Muster. Look at the board before you try again.") };
}

async function tryOnce(url: string, body: unknown, key: string, hands: Hands): Promise<Outcome | null> {
  try {
    const answer = await hands.fetch(url, {
      method: "POST",
      redirect: "manual",
      credentials: "same-origin",
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "X-CSRFToken": csrfToken(),
        "Idempotency-Key": key,
      },
      body: JSON.stringify(body),
    });
    return await verdict(answer);
  } catch {
    return null;
  }
}

async function verdict(answer: Response): Promise<Outcome | null> {
  const speaksJson = (answer.headers.get("Content-Type") ?? "").includes("json");
  if (answer.status === 204 || (answer.ok && speaksJson)) return { done: true, words: "" };
  if (answer.type === "opaqueredirect" || answer.ok || BUSY.has(answer.status)) return null;
  if (answer.status === 423) tellLocked();
  if (answer.status === 401) return { done: false, words: gettext("Your session has ended. Sign in again.") };
  if (!speaksJson && answer.status < 500) return { done: false, words: sentence(null) };
  if (!speaksJson) return null;
  return { done: false, words: sentence((await answer.json()) as Problem) };
}
