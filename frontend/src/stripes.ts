/**
 * Which stripe an agency wears. It follows from the agency's code, so it is the same in every
 * installation; where two agencies of one board would wear the same color, one of them gives way.
 */

const COLORS = 10;
const WEAVES = 2;

/** The stripe of an agency that stands for itself. */
export function stripe(code: string): number {
  let hash = 0x811c9dc5;
  for (const letter of code) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  // Codes of one region differ in a letter or two: without mixing, many wore the same.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % COLORS;
}

/**
 * The stripes of the agencies that stand side by side, by code: no two alike among twenty. Each
 * color is its first taker's, in order of code; the others get what is left, again in order.
 */
export function stripes(codes: Iterable<string>): ReadonlyMap<string, number> {
  const inOrder = [...new Set(codes)].sort();
  const worn = new Map<string, number>();
  const free = new Set(Array.from({ length: COLORS * WEAVES }, (_, each) => each));
  const wear = (code: string, which: number): void => {
    worn.set(code, which);
    free.delete(which);
  };
  for (const code of inOrder) if (free.has(stripe(code))) wear(code, stripe(code));
  for (const code of inOrder) if (!worn.has(code)) wear(code, first(free) ?? stripe(code));
  return worn;
}

function first(free: ReadonlySet<number>): number | undefined {
  for (const which of free) return which;
  return undefined;
}

/**
 * <agency-stripe data-code="PEFD">Name</agency-stripe>, for pages the server draws: always its
 * own, so that a long list does not dress an agency otherwise than a board does.
 */
export class AgencyStripe extends HTMLElement {
  connectedCallback(): void {
    const code = this.dataset["code"];
    if (code) this.dataset["stripe"] = String(stripe(code));
  }
}
