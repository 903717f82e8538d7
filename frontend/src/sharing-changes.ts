/** Tells an open list of who can see something that it may read otherwise now. */

import type { Frame } from "./frames";

const SHARED_BY = new Set(["withdrawal", "disclosure", "glass", "guest", "participation", "note"]);

export function sharingChanged({ reset, rows }: Frame): boolean {
  return reset === true || Object.keys(rows).some((key) => SHARED_BY.has(key.slice(0, key.indexOf(":"))));
}

export function tellOfSharing(frame: Frame): void {
  if (sharingChanged(frame)) document.body.dispatchEvent(new Event("sharing-changed"));
}
