/** What the pointer means on a board: which card it lifts, which lane it is over. */

import type { Acting } from "./acting";
import { Ghost } from "./ghost";
import type { Carry } from "./lift";
import type { LiveBoard } from "./live-board";

export function carrying(board: LiveBoard, acting: Acting): Carry {
  const ghost = new Ghost();
  let over: Element | null = null;

  const point = (lane: Element | null): void => {
    if (over === lane) return;
    over?.removeAttribute("data-over");
    lane?.setAttribute("data-over", "");
    over = lane;
  };

  const laneAt = (x: number, y: number): HTMLElement | null =>
    document.elementFromPoint(x, y)?.closest<HTMLElement>(".lane") ?? null;

  return {
    card: (event) => {
      const picked = (event.target as Element).closest<HTMLElement>("[data-unit]")?.dataset["unit"];
      return picked && board.url("move") ? picked : null;
    },
    lane: (x, y) => laneAt(x, y)?.dataset["lane"] ?? null,
    lifted: (card, event) => {
      const unit = (event.target as Element).closest<HTMLElement>(".unit");
      if (unit) ghost.raise(unit, event.clientX, event.clientY);
      acting.pick(card);
      navigator.vibrate(20);
    },
    moved: (x, y) => {
      ghost.follow(x, y);
      point(laneAt(x, y));
    },
    dropped: (card, lane) => {
      ghost.drop();
      point(null);
      if (lane) acting.move(card, lane);
      acting.pick(null);
    },
  };
}
