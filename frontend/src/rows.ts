/** The store of a live island: rows by key, replaced whole, gone when null. */

import type { Row } from "./kinds";

export type Change = Readonly<Record<string, Row | null>>;
export type Keyed<R> = readonly [key: string, row: R];

export class Rows<Kinds> {
  #rows = new Map<string, Map<string, Row>>();

  /** Forget everything, then take these: a snapshot, or a frame that says reset. */
  load(rows: Change): void {
    this.#rows.clear();
    this.change(rows);
  }

  change(rows: Change): void {
    for (const [key, row] of Object.entries(rows)) {
      if (row) this.#shelf(kindOf(key)).set(key, row);
      else this.#shelf(kindOf(key)).delete(key);
    }
  }

  clear(): void {
    this.#rows.clear();
  }

  all<K extends keyof Kinds & string>(kind: K): Keyed<Kinds[K]>[] {
    return [...this.#shelf(kind).entries()] as unknown as Keyed<Kinds[K]>[];
  }

  one<K extends keyof Kinds & string>(kind: K, id: unknown): Kinds[K] | undefined {
    return this.#shelf(kind).get(`${kind}:${String(id)}`) as Kinds[K] | undefined;
  }

  at(key: string): Row | undefined {
    return this.#rows.get(kindOf(key))?.get(key);
  }

  get size(): number {
    return [...this.#rows.values()].reduce((sum, shelf) => sum + shelf.size, 0);
  }

  #shelf(kind: string): Map<string, Row> {
    const shelf = this.#rows.get(kind) ?? new Map<string, Row>();
    this.#rows.set(kind, shelf);
    return shelf;
  }
}

export function idOf(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}
