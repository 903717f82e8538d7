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
import { tellIn } from "../zones";
import { gettext, woven } from "../words";

export function board(view: View): TemplateResult {
  tellIn(shared(view.rows.all("incident")[0]?.[1].time_zone, null));
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
  const sign = shared(row.call_sign, gettext("this unit"));
  return html`<p class="hint" role="status"><span>${woven(gettext(
    "%(unit)s picked. Tap a lane to move it, or press ← → and Enter."), { unit: html`<strong>${sign}</strong>` })}</span>
    <button class="btn btn-plain" type="button" data-unpick>${gettext("Cancel")} <kbd>${gettext("Esc")}</kbd></button></p>`;
}

const ENDS: Readonly<Record<number, readonly [title: string, text: string]>> = {
  [ACCESS_ENDED]: [
    gettext("Your access to this incident has ended"), gettext("What was on this screen has been taken off it.")],
  [GONE]: [gettext("This incident is not here"), gettext("It was closed to you, or it never was.")],
};

/** What remains when the server said that there is nothing more to see. */
export function ended(code: number): TemplateResult {
  const [title, text] = ENDS[code] ?? [gettext("Signed out"), gettext("Your session has ended. Sign in again.")];
  return html`<section class="refusal" role="alert">
    <p class="refusal-sign">${icon("shield")}</p><h1>${title}</h1><p>${text}</p>
    <p><a class="btn btn-primary" href="/">${gettext("Back to my incidents")}</a></p></section>`;
}
