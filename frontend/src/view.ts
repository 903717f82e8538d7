/** What the drawing functions are given: the rows, who looks, and what is going on at the screen. */

import type { BoardKinds, Participation } from "./kinds";
import type { Lane } from "./lanes";
import type { Link } from "./link";
import type { Rows } from "./rows";
import type { Sendings } from "./sendings";
import { shared } from "./withheld";

export interface View {
  readonly rows: Rows<BoardKinds>;
  readonly lanes: readonly Lane[];
  readonly agencies: ReadonlyMap<string, Participation>;
  readonly link: Link;
  readonly sendings: Sendings;
  readonly fresh: (key: string) => boolean;
  readonly member: string;
  readonly picked: string | null;
  readonly entry: string | null;
  readonly panel: string;
  /** An address the page allows, with the id in its place; null where the page gave none. */
  readonly url: (name: string, id?: string) => string | null;
}

export function agenciesIn(rows: Rows<BoardKinds>): ReadonlyMap<string, Participation> {
  return new Map(rows.all("participation").map(([, row]) => [shared(row.agency, null) ?? row.owner, row]));
}
