/** What a move asks of the server, in the words of the deployment's own states. */

import type { Deployment } from "./kinds";
import type { Lane } from "./lanes";
import { gettext } from "./words";

export interface Move {
  readonly state: string;
  readonly division: string | null;
  readonly reason: string | null;
  readonly version: number;
}

/** Why a unit is out of service, as on form ICS 210. */
export const OUT_REASONS = [
  ["mechanical", gettext("Mechanical")],
  ["personnel", gettext("Personnel")],
  ["rest", gettext("Rest")],
] as const;

const STATES: Record<Lane["kind"], string | null> = {
  expected: null,
  arrived: "checked_in",
  staging_area: "staged",
  assigned: null,
  division: "assigned",
  out: "out_of_service",
  leaving: "demobilizing",
};

const BEFORE_CHECK_IN = new Set(["ordered", "committed", "mobilizing", "en_route"]);

const NOT_UNDER_WAY = new Set(["committed", "mobilizing"]);

/** Whether setting out comes next: whoever sends the unit says so, nobody else. */
export function setsOut(unit: Deployment, agency?: string): boolean {
  return unit.owner === agency && typeof unit.state === "string" && NOT_UNDER_WAY.has(unit.state);
}

export function underWay(unit: Deployment): Move {
  return { state: "en_route", division: null, reason: null, version: unit.version };
}

/** What can come next, in the order of its life: whoever has not checked in does that first. */
export function nextLanes(all: readonly Lane[], from: string | null): Lane[] {
  return all.filter((lane) => takes(lane, from) && (from !== "expected" || lane.kind === "arrived"));
}

/** A lane that takes units: nobody is moved back to Expected, or to no division at all. */
export function takes(lane: Lane, from: string | null): boolean {
  return STATES[lane.kind] !== null && lane.key !== from;
}

export function moveTo(lane: Lane, unit: Deployment, reason: string | null = null): Move | null {
  const state = STATES[lane.kind];
  if (state === null) return null;
  const arrives = lane.kind === "arrived" && typeof unit.state === "string" && !BEFORE_CHECK_IN.has(unit.state);
  return { state: arrives ? "staged" : state, division: lane.division, reason, version: unit.version };
}
