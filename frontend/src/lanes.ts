/** Which lane of the board each deployment stands in, and where a lane lets it go. */

import type { BoardKinds, Deployment } from "./kinds";
import { idOf, type Keyed, type Rows } from "./rows";
import { shared } from "./withheld";
import { gettext } from "./words";

export type LaneKind = "expected" | "arrived" | "staging_area" | "assigned" | "division" | "out" | "leaving";

export interface Lane {
  readonly key: string;
  readonly kind: LaneKind;
  /** "Division" before "A"; nothing where the name says it. */
  readonly prefix: string;
  /** Groups are called after what they do: the word comes last. */
  readonly group: boolean;
  readonly title: string;
  readonly division: string | null;
  readonly units: Keyed<Deployment>[];
}

/** Made once, for making one is far dearer than comparing. */
const COUNTING = new Intl.Collator(undefined, { numeric: true });
const EXPECTED = new Set(["ordered", "committed", "mobilizing", "en_route"]);
const ARRIVED = new Set(["checked_in", "staged", "available_base"]);
const PREFIXES: Readonly<Record<string, string>> = {
  division: gettext("Division"), group: gettext("Group"), branch: gettext("Branch"), staging_area: gettext("Staging area"),
};
const LEAVING = new Set(["demobilizing", "released", "returning"]);

/** The key of the lane in which a deployment stands; null where it is no longer shown. */
export function laneOf(unit: Deployment, rows: Rows<BoardKinds>): string | null {
  const state = shared(unit.state, "") ?? "";
  const division = shared(unit.division, null);
  const known = division !== null && rows.one("division", division) !== undefined;
  if (EXPECTED.has(state)) return "expected";
  if (state === "out_of_service") return "out";
  if (LEAVING.has(state)) return "leaving";
  if (state === "assigned") return known ? `division:${division}` : "assigned";
  if (!ARRIVED.has(state)) return null;
  const staging = known && shared(rows.one("division", division)?.kind, "") === "staging_area";
  return staging ? `division:${division}` : "arrived";
}

/** All lanes in the order in which units pass through them. */
export function lanes(rows: Rows<BoardKinds>): Lane[] {
  const held = new Map<string, Keyed<Deployment>[]>();
  for (const unit of rows.all("deployment")) {
    const key = laneOf(unit[1], rows);
    if (key) held.set(key, [...(held.get(key) ?? []), unit]);
  }
  const lane = (key: string, kind: LaneKind, title: string, division: string | null = null): Lane =>
    ({ key, kind, prefix: "", group: false, title, division, units: (held.get(key) ?? []).sort(bySign) });
  const divisions = rows.all("division").map(([key, row]) => {
    const kind = shared(row.kind, "division") === "staging_area" ? "staging_area" : "division";
    const title = shared(row.name, null) ?? gettext("(name withheld)");
    return { ...lane(key, kind, title, idOf(key)), prefix: prefix(shared(row.kind, ""), title),
      group: shared(row.kind, "") === "group" };
  }).sort((one, other) => COUNTING.compare(one.title, other.title));
  return [
    lane("expected", "expected", gettext("Expected")),
    lane("arrived", "arrived", gettext("Check-in, staging")),
    ...divisions.filter((each) => each.kind === "staging_area"),
    ...divisions.filter((each) => each.kind === "division"),
    ...(held.has("assigned") ? [lane("assigned", "assigned", gettext("Assigned, no division"))] : []),
    lane("out", "out", gettext("Out of service")),
    lane("leaving", "leaving", gettext("Leaving")),
  ];
}

function prefix(kind: string | null, title: string): string {
  const word = PREFIXES[kind ?? ""] ?? "";
  return title.toLowerCase().includes(word.toLowerCase()) ? "" : word;
}

function bySign([, one]: Keyed<Deployment>, [, other]: Keyed<Deployment>): number {
  const [mine, theirs] = [shared(one.call_sign, "") ?? "", shared(other.call_sign, "") ?? ""];
  return COUNTING.compare(mine, theirs);
}
