/** What is left until a moment, and how pressing that is. */

import { age, total } from "./ages";
import { filled, gettext } from "./words";

const MINUTE = 60;
const LAST = 10 * MINUTE;

export type Press = "calm" | "soon" | "late";

export interface Left {
  readonly words: string;
  readonly press: Press;
}

/** "3 h 20" or "26 min" while there is time, "04:10" in the last ten minutes, then "late by 12 s". */
export function left(due: number, now: number, soon: number): Left {
  const seconds = Math.ceil((due - now) / 1000);
  if (seconds < 0) return { words: lateBy(-seconds), press: "late" };
  const words = seconds < LAST ? total(seconds) : age(seconds);
  return { words, press: seconds <= soon ? "soon" : "calm" };
}

function lateBy(seconds: number): string {
  const time = seconds < MINUTE ? filled(gettext("%(seconds)s s"), { seconds }) : age(seconds);
  return filled(gettext("late by %(time)s"), { time });
}
