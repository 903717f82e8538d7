import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { ACCESS_ENDED, GONE } from "../follow";
import type { View } from "../view";
import { shared } from "../withheld";
import { banners, modeOf } from "./banners";
import { head } from "./head";
import { lane } from "./lane";
import { icon, type Drawn } from "./parts";
import { side } from "./side";

export function board(view: View): TemplateResult {
  return html`<div class="board" data-mode=${modeOf(view)} data-link=${view.link.worth(Date.now())}>
    ${head(view)}
    <div class="banners">${banners(view)}</div>
    <div class="body">
      <div class="lanes-frame">
        <div class="lanes">${repeat(view.lanes, (each) => each.key, (each) => lane(view, each))}</div>
        ${hint(view)}
      </div>
      ${side(view)}
    </div>
  </div>`;
}

function hint(view: View): Drawn {
  const row = view.picked ? view.rows.at(view.picked) as { call_sign?: unknown } | undefined : undefined;
  if (!row) return nothing;
  const sign = shared(row.call_sign, "this unit");
  return html`<p class="hint" role="status"><span><strong>${sign}</strong> picked. Tap a lane to move it,
    or press ← → and Enter.</span>
    <button class="btn btn-plain" type="button" data-unpick>Cancel <kbd>Esc</kbd></button></p>`;
}

const ENDS: Readonly<Record<number, readonly [title: string, text: string]>> = {
  [ACCESS_ENDED]: ["Your access to this incident has ended", "What was on this screen has been taken off it."],
  [GONE]: ["This incident is not here", "It was closed to you, or it never was."],
};

/** What remains when the server said that there is nothing more to see. */
export function ended(code: number): TemplateResult {
  const [title, text] = ENDS[code] ?? ["Signed out", "Your session has ended. Sign in again."];
  return html`<section class="refusal" role="alert">
    <p class="refusal-sign">${icon("shield")}</p><h1>${title}</h1><p>${text}</p>
    <p><a class="btn btn-primary" href="/">Back to my incidents</a></p></section>`;
}
