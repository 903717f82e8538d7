/** An agency's incidents, apart by what its people have to do with them. */

import type { Attended } from "./asks";
import type { Keyed } from "./rows";
import { shared } from "./withheld";

export interface Attendance {
  /** Invited, and not answered yet. */
  readonly invited: Keyed<Attended>[];
  readonly there: Keyed<Attended>[];
  /** We were there, and it is closed. */
  readonly over: Keyed<Attended>[];
}

/** Newest first. An invitation to what is closed by now asks nothing of anybody. */
export function attendance(incidents: readonly Keyed<Attended>[]): Attendance {
  const newest = incidents.toSorted(([, one], [, other]) => opened(other) - opened(one));
  const which = (invited: boolean, closed: boolean): Keyed<Attended>[] =>
    newest.filter(([, row]) => isInvited(row) === invited && isClosed(row) === closed);
  return { invited: which(true, false), there: which(false, false), over: which(false, true) };
}

export function isInvited(row: Attended): boolean {
  return shared(row.my_status, "accepted") === "invited";
}

export function isClosed(row: Attended): boolean {
  return shared(row.status, "active") === "closed";
}

function opened(row: Attended): number {
  return Date.parse(shared(row.opened_at, null) ?? "") || 0;
}
