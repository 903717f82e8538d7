import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { held, rings, type Ask, type InboxKinds } from "../asks";
import { attendance } from "../attendance";
import type { Link } from "../link";
import { idOf, type Keyed, type Rows } from "../rows";
import { shared } from "../withheld";
import { whereWeAre } from "./attended";
import { ask } from "./ask";
import { whatIsWanted, whatWasOpened } from "./wanted";
import { stale } from "./stale";
import { icon } from "./parts";
import { gettext } from "../words";

export interface InboxView {
  readonly rows: Rows<InboxKinds>;
  readonly link: Link;
  readonly agency: string;
  readonly url: (name: string, id?: string) => string | null;
}

const RANK: Readonly<Record<string, number>> = { emergency: 0, urgent: 1, routine: 2 };

export function inbox(view: InboxView): TemplateResult {
  const asks = view.rows.all("ask").sort(byPress);
  const ringing = asks.filter(([, each]) => rings(each));
  const answered = asks.filter(([, each]) => !rings(each)).sort(([, one], [, other]) => Number(held(other)) - Number(held(one)));
  return html`${stale(view.link)}
    <section class="asks" aria-label=${gettext("Asked of us")}>
      <h2>${gettext("Asked of us")} <b>${ringing.length}</b></h2>
      ${ringing.length ? nothing : html`<div class="card empty">${icon("inbox")}<p>${quiet(view)}</p></div>`}
      ${repeat(ringing, ([key]) => key, ([key, row]) => ask(view, idOf(key), row))}
      ${answered.length ? html`<details class="asks-done" ?open=${answered.some(([, each]) => held(each))}><summary>${gettext("Answered or over")} <b>${answered.length}</b></summary>
        ${repeat(answered, ([key]) => key, ([key, row]) => ask(view, idOf(key), row))}</details>` : nothing}
    </section>
    ${whatWasOpened(view)}${whatIsWanted(view)}
    ${whereWeAre(view, attendance(view.rows.all("incident")))}`;
}

/** With the link down nobody can know that nothing is asked. */
function quiet(view: InboxView): string {
  return view.link.worth(Date.now()) === "live" ? gettext("Nobody asks anything of us now.") : gettext("Not known: no link.");
}

function byPress([, one]: Keyed<Ask>, [, other]: Keyed<Ask>): number {
  const rank = (row: Ask): number => RANK[shared(row.priority, "routine") ?? "routine"] ?? 3;
  return rank(one) - rank(other) || moment(one) - moment(other);
}

function moment(row: Ask): number {
  return Date.parse(shared(row.due_at, null) ?? "") || Infinity;
}
