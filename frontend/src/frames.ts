/** What travels down a socket, and the snapshot in the page, which has the same shape. */

import type { Change } from "./rows";

export interface Frame {
  readonly cursor: string;
  readonly at: string;
  readonly rows: Change;
  readonly reset?: boolean;
}

export interface Beat {
  readonly beat: string;
}

/** The snapshot that the page carries in its first JSON script. */
export function snapshotIn(element: Element): Frame {
  const script = element.querySelector("script[type='application/json']");
  if (!script?.textContent) throw new Error(`<${element.localName}> needs a snapshot`);
  return JSON.parse(script.textContent) as Frame;
}

/** A frame or a beat; null for what is neither, which a newer server may send. */
export function heard(text: string): Frame | Beat | null {
  const said = JSON.parse(text) as Partial<Frame & Beat>;
  if (typeof said.beat === "string") return { beat: said.beat };
  return said.rows && typeof said.cursor === "string" ? (said as Frame) : null;
}
