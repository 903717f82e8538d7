/** How old something is, in the words that fit on a card, and whether that is old for its kind. */

import { filled, gettext } from "./words";

const NOW = 5;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "now", "40 s", "12 min", "3 h 05", "2 d". */
export function age(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < NOW) return gettext("now");
  if (whole < MINUTE) return filled(gettext("%(seconds)s s"), { seconds: whole });
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  if (whole < HOUR) return filled(gettext("%(minutes)s min"), { minutes });
  const hours = Math.floor(whole / HOUR);
  if (whole < DAY) return filled(gettext("%(hours)s h %(minutes)s"), { hours, minutes: two(minutes) });
  return filled(gettext("%(days)s d"), { days: Math.floor(whole / DAY) });
}

export function ago(seconds: number): string {
  const words = age(seconds);
  return seconds < NOW ? words : filled(gettext("%(age)s ago"), { age: words });
}

export type Wear = "fresh" | "aging" | "old";

/** Work light: fresh, then aging, then old (seconds; screens.md, pattern 2). */
export function wear(seconds: number, aging: number, old: number): Wear {
  if (seconds >= old) return "old";
  return seconds >= aging ? "aging" : "fresh";
}

/** A running total: "00:42", "1:02:42", "3 d 04:10". */
export function total(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = two(Math.floor((whole % HOUR) / MINUTE));
  if (days) return filled(gettext("%(days)s d %(time)s"), { days, time: `${two(hours)}:${minutes}` });
  const rest = `${minutes}:${two(whole % MINUTE)}`;
  return hours ? `${hours}:${rest}` : rest;
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}
