/** What the drawing functions are given: the rows, who looks, and what is going on at the screen. */

import type { BoardKinds, Participation } from "./kinds";
import type { Lane } from "./lanes";
import type { Link } from "./link";
import type { Rows } from "./rows";
import type { Sendings } from "./sendings";
import { stripes } from "./stripes";
import { shared } from "./withheld";

export interface View {
  readonly rows: Rows<BoardKinds>;
  readonly lanes: readonly Lane[];
  readonly agencies: ReadonlyMap<string, Participation>;
  /** Which stripe each of them wears on this board, by id. */
  readonly stripes: ReadonlyMap<string, number>;
  readonly link: Link;
  readonly sendings: Sendings;
  readonly fresh: (key: string) => boolean;
  readonly member: string;
  readonly agency: string;
  readonly picked: string | null;
  readonly entry: string | null;
  readonly panel: string;
  /** An address the page allows, with the id in its place; null where the page gave none. */
  readonly url: (name: string, id?: string) => string | null;
}

function agenciesIn(rows: Rows<BoardKinds>): ReadonlyMap<string, Participation> {
  return new Map(rows.all("participation").map(([, row]) => [shared(row.agency, null) ?? row.owner, row]));
}

/** The agencies of this board, each with the stripe that it wears here. */
export function present(rows: Rows<BoardKinds>): Pick<View, "agencies" | "stripes"> {
  const agencies = agenciesIn(rows);
  return { agencies, stripes: stripesOf(agencies) };
}

function stripesOf(agencies: ReadonlyMap<string, Participation>): ReadonlyMap<string, number> {
  const code = (agency: Participation): string => shared(agency.agency_code, null) ?? "";
  const worn = stripes([...agencies.values()].map(code));
  return new Map([...agencies].flatMap(([id, agency]) => {
    const which = code(agency) ? worn.get(code(agency)) : undefined;
    return which === undefined ? [] : [[id, which]];
  }));
}
