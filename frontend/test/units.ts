/** Boards for tests: a few units in a few places. */

import type { BoardKinds, Deployment, Division } from "../src/kinds";
import { Rows } from "../src/rows";

export const unit = (call_sign: string, state: string, more: Partial<Deployment> = {}): Deployment =>
  ({ owner: "a", version: 3, resource: null, call_sign, kind_code: null, kind_name: null, card: "engine",
    type: 3, personnel: 4, leader: null, state, ics_status: null, reason: null, division: null, eta: null,
    since: null, recorded_at: null, order_number: null, unordered: false, ...more });

export const division = (name: string, kind = "division"): Division =>
  ({ owner: "a", version: 1, kind, name, supervisor: null, place: null });

export function board(): Rows<BoardKinds> {
  const rows = new Rows<BoardKinds>();
  rows.load({
    "division:b": division("B"), "division:a": division("A"), "division:s": division("Fairgrounds", "staging_area"),
    "deployment:1": unit("E10", "assigned", { division: "a" }),
    "deployment:2": unit("E9", "assigned", { division: "a" }),
    "deployment:3": unit("E11", "en_route"),
    "deployment:4": unit("E12", "staged", { division: "s" }),
    "deployment:5": unit("E13", "home"),
  });
  return rows;
}
