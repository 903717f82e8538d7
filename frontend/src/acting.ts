/** What hands do on the board: pick, drag, arrow keys, and the "Move to…" menu. */

import { carrying } from "./carrying";
import { laneWith } from "./draw/lane";
import type { Menu } from "./draw/menu";
import type { Deployment } from "./kinds";
import { Keyboard } from "./keyboard";
import { Lift } from "./lift";
import type { LiveBoard } from "./live-board";
import { moveTo, setsOut, takes, underWay, type Move } from "./moves";
import { idOf } from "./rows";
import { toast } from "./toasts";
import { shared } from "./withheld";
import { gettext } from "./words";

export class Acting {
  picked: string | null = null;
  menu: Menu | null = null;
  panel = "requests";
  readonly keyboard: Keyboard;
  #life = new AbortController();

  constructor(private readonly board: LiveBoard) {
    this.keyboard = new Keyboard(board, this);
  }

  start(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const { board } = this;
    new Lift(board, carrying(board, this), signal);
    board.addEventListener("pointerdown", () => { board.pace.hold(); }, { signal });
    for (const kind of ["pointerup", "pointercancel"]) {
      addEventListener(kind, () => { board.pace.release(); }, { signal });
    }
    board.addEventListener("click", this.#click, { signal });
    board.addEventListener("close", this.#closed, { signal, capture: true });
    this.keyboard.start(signal);
  }

  stop(): void {
    this.#life.abort();
  }

  drawn(): void {
    const dialog = this.#dialog();
    if (dialog && !dialog.open) dialog.showModal();
    this.keyboard.drawn();
  }

  pick(key: string | null): void {
    this.picked = this.board.url("move") ? key : null;
    this.board.requestUpdate();
  }

  move(key: string, to: string, reason: string | null = null): void {
    this.pick(null);
    const lane = this.board.lanes.find((each) => each.key === to);
    const unit = this.board.rows.at(key) as Deployment | undefined;
    if (!lane || !unit || !takes(lane, laneWith(this.board, key)) && !reason) return;
    if (lane.kind === "out" && !reason) { this.open(key, true); return; }
    const move = moveTo(lane, unit, reason);
    if (move) this.#send(key, to, unit, move);
  }

  #send(key: string, to: string, unit: Deployment, move: Move): void {
    const url = this.board.url("move", idOf(key));
    if (!url) return;
    this.board.dispatchEvent(new CustomEvent("board-move", { detail: { key, lane: to, move }, bubbles: true }));
    void this.board.sendings.send(key, to, unit.version, url, move).then(({ done, words }) => {
      if (!done) toast(named(shared(unit.call_sign, null), words));
    });
  }

  setOut(key: string): void {
    const unit = this.board.rows.at(key) as Deployment | undefined;
    if (unit) this.#send(key, "expected", unit, underWay(unit));
  }

  open(key: string, why = false): void {
    const unit = this.board.rows.at(key) as Deployment | undefined;
    if (!unit) return;
    const { lanes } = this.board;
    const sign = shared(unit.call_sign, null) ?? gettext("this unit");
    this.menu = { key, sign, lanes, from: laneWith(this.board, key), details: this.board.url("unit", idOf(key)),
      setsOut: setsOut(unit, this.board.dataset["agency"]), why };
    this.board.requestUpdate();
  }

  #closed = (): void => {
    this.menu = null;
    this.board.requestUpdate();
  };

  #click = (event: Event): void => {
    const on = (event.target as Element).closest<HTMLElement>("[data-unit], [data-menu], [data-take], [data-to], "
      + "[data-panel], [data-close], [data-unpick], [data-lane][data-takes]");
    if (!on) return;
    const { unit, menu, take, to, reason, panel, lane } = on.dataset;
    if (unit) this.pick(this.picked === unit ? null : unit);
    if (menu) this.open(menu);
    if (panel) this.panel = panel;
    if ("unpick" in on.dataset) this.pick(null);
    const target = take ?? lane;
    if (target && this.picked) this.move(this.picked, target);
    const asked = this.menu;
    if (asked && "setsOut" in on.dataset) this.setOut(asked.key);
    else if (asked && to) this.move(asked.key, to, reason ?? null);
    if (to && this.menu === asked || "close" in on.dataset) this.#dialog()?.close();
    this.board.requestUpdate();
  };

  #dialog(): HTMLDialogElement | null {
    return this.board.querySelector<HTMLDialogElement>("#move");
  }
}

function named(sign: string | null, words: string): string {
  return sign && !words.includes(sign) ? `${sign}: ${words}` : words;
}
