/** The ladder of an order line: one chip a rung, in a tone, a shape and words. */

import type { BoardKinds, Line, Rung, Solicitation } from "./kinds";
import { label } from "./labels";
import { idOf, type Keyed, type Rows } from "./rows";
import { shared } from "./withheld";
import { filled, gettext } from "./words";

export type Tone = "wait" | "busy" | "ok" | "warn" | "bad" | "still";

export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly icon: string;
  readonly words: string;
  readonly due: string | null;
  readonly asked: readonly Keyed<Solicitation>[];
}

const NO = new Set([
  "declined", "expired", "not_selected", "withdrawn_by_requester", "withdrawn_by_provider", "cancelled",
]);
const GIVEN = new Set(["accepted", "offered", "completed"]);

export function ladder(line: Keyed<Line>, rows: Rows<BoardKinds>): Chip[] {
  const id = idOf(line[0]);
  const asked = rows.all("solicitation").filter(([, each]) => shared(each.line, null) === id);
  return rows.all("rung")
    .filter(([, rung]) => shared(rung.line, null) === id)
    .sort(([, one], [, other]) => number(one.position) - number(other.position))
    .map(([key, rung]) => chip(key, rung, asked.filter(([, each]) => shared(each.rung, null) === idOf(key))));
}

export function chip(key: string, rung: Rung, asked: readonly Keyed<Solicitation>[]): Chip {
  const label = shared(rung.tier_label, null) ?? filled(gettext("Tier %(tier)s"), { tier: shared(rung.tier, "?") });
  const due = shared(rung.status, "") === "asked" ? shared(rung.due_at, null) : null;
  return { key, label, due, asked, ...state(rung, asked.map(([, each]) => each)) };
}

type State = Pick<Chip, "tone" | "icon" | "words">;

function state(rung: Rung, asked: readonly Solicitation[]): State {
  const wanted = Math.max(0, ...asked.map((each) => number(each.asked_quantity)));
  const given = asked.filter((each) => GIVEN.has(shared(each.status, "") ?? ""))
    .reduce((sum, each) => sum + number(each.quantity), 0);
  const status = shared(rung.status, "waiting");
  if (given && given >= wanted) return { tone: "ok", icon: "check", words: counted(given, wanted) };
  if (given) return { tone: "warn", icon: "half", words: counted(given, wanted) };
  if (status === "asked") return { tone: "busy", icon: "clock", words: gettext("asked") };
  if (status === "skipped") return { tone: "still", icon: "skip", words: shared(rung.note, null) ?? gettext("skipped") };
  if (status === "stopped") return { tone: "still", icon: "skip", words: shared(rung.note, null) || gettext("not needed any more") };
  if (status === "held") return { tone: "warn", icon: "wait", words: gettext("on hold") };
  if (status === "lapsed") return { tone: "bad", icon: "cross", words: refused(asked) ?? gettext("no answer") };
  if (status === "answered") return { tone: "bad", icon: "cross", words: refused(asked) ?? gettext("declined") };
  return { tone: "wait", icon: "wait", words: gettext("waiting") };
}

/** The reason given by those who said no, if there is one to show. */
function refused(asked: readonly Solicitation[]): string | null {
  const declined = asked.filter((each) => shared(each.status, "") === "declined");
  if (!declined.length) return null;
  const reasons = declined.map((each) => named(shared(each.reason, null)));
  return filled(gettext("declined: %(reasons)s"), { reasons: [...new Set(reasons)].join(", ") });
}

/** One agency's answer within a rung. */
export function answer(asked: Solicitation): State {
  const status = shared(asked.status, "") ?? "";
  const given = counted(number(asked.quantity), number(asked.asked_quantity));
  if (status === "declined") return { tone: "bad", icon: "cross", words: refused([asked]) ?? label(status) };
  if (NO.has(status)) return { tone: "still", icon: "cross", words: label(status) };
  if (!GIVEN.has(status)) return { tone: "busy", icon: "clock", words: status === "acknowledged" ? gettext("seen") : gettext("asked") };
  const whole = number(asked.quantity) >= number(asked.asked_quantity);
  return { tone: whole ? "ok" : "warn", icon: whole ? "check" : "half", words: `${label(status)} ${given}` };
}

function counted(given: number, wanted: number): string {
  return filled(gettext("%(given)s of %(wanted)s"), { given, wanted });
}

function named(reason: string | null): string {
  return reason === null ? gettext("no reason given") : label(reason);
}

export function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** Nobody is left to ask, and something is still wanted. */
export function unmet(status: string | null): boolean {
  return status === "unable_to_fill";
}
