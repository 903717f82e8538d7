/** Walking the board by arrow keys: down a lane, across lanes. */

import type { Lane } from "./lanes";

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

export function isArrow(key: string): key is Arrow {
  return ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(key);
}

/** The card that an arrow leads to from `key`; empty lanes are stepped over. */
export function beside(lanes: readonly Lane[], key: string, arrow: Arrow): string | null {
  const column = lanes.findIndex((lane) => lane.units.some(([each]) => each === key));
  const lane = lanes[column];
  if (!lane) return null;
  const row = lane.units.findIndex(([each]) => each === key);
  if (arrow === "ArrowUp") return lane.units[row - 1]?.[0] ?? null;
  if (arrow === "ArrowDown") return lane.units[row + 1]?.[0] ?? null;
  const step = arrow === "ArrowLeft" ? -1 : 1;
  for (let at = column + step; lanes[at]; at += step) {
    const units = lanes[at]?.units ?? [];
    const found = units[Math.min(row, units.length - 1)];
    if (found) return found[0];
  }
  return null;
}
