/** What is left until a moment, and how pressing that is. */

import { age, total } from "./ages";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export type Press = "calm" | "soon" | "late";

export interface Left {
  readonly words: string;
  readonly press: Press;
}

/** "04:10" in the last hour, "3 h 20" before it, "late by 12 min" after it. */
export function left(due: number, now: number, soon: number): Left {
  const seconds = Math.ceil((due - now) / 1000);
  if (seconds < 0) return { words: lateBy(-seconds), press: "late" };
  const words = seconds < HOUR ? total(seconds) : age(seconds);
  return { words, press: seconds <= soon ? "soon" : "calm" };
}

function lateBy(seconds: number): string {
  return seconds < MINUTE ? `late by ${seconds} s` : `late by ${age(seconds)}`;
}
