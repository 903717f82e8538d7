/** Which rows of a stream a page is about, by the ids that it names. */

import { idOf, type Change } from "./rows";
import { shared } from "./withheld";

export class Watching {
  #ids: ReadonlySet<string>;

  constructor(ids: string) {
    this.#ids = new Set(ids.split(" ").filter(Boolean));
  }

  /** A row that is one of these, or a part of one of these. */
  concerned(rows: Change): boolean {
    return Object.entries(rows).some(([key, row]) => {
      if (this.#ids.has(idOf(key))) return true;
      const parts = row as { request?: unknown; line?: unknown } | null;
      return [parts?.request, parts?.line].some((part) => this.#ids.has(String(shared(part, ""))));
    });
  }
}
