/** How old something is, in the words that fit on a card, and whether that is old for its kind. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "now", "40 s", "12 min", "3 h 05", "2 d". */
export function age(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 5) return "now";
  if (whole < MINUTE) return `${whole} s`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)} min`;
  if (whole < DAY) return `${Math.floor(whole / HOUR)} h ${two(Math.floor((whole % HOUR) / MINUTE))}`;
  return `${Math.floor(whole / DAY)} d`;
}

export function ago(seconds: number): string {
  const words = age(seconds);
  return words === "now" ? words : `${words} ago`;
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
  if (days) return `${days} d ${two(hours)}:${minutes}`;
  const rest = `${minutes}:${two(whole % MINUTE)}`;
  return hours ? `${hours}:${rest}` : rest;
}

export function two(number: number): string {
  return String(number).padStart(2, "0");
}
