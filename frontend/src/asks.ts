/** The rows of an agency's inbox: what it is asked for, and the incidents it is at or invited to. */

import type { Field, Row, Text } from "./kinds";

export interface Keeps {
  readonly kind_name: string;
  readonly now: number;
  readonly floor: number;
}

export interface Ask extends Row {
  readonly request_number: Text; readonly incident_name: Text; readonly incident_number: Text;
  readonly mode: Text; readonly requested_by_agency: Text; readonly kind_name: Text;
  readonly type: Field<number>; readonly or_better: Field<boolean>; readonly quantity: Field<number>;
  readonly deliver_to: Text; readonly needed_by: Text; readonly priority: Text;
  readonly asked_at: Text; readonly due_at: Text; readonly status: Text; readonly clause: Text;
  readonly clause_title: Text; readonly agreement_title: Text; readonly keeps: Field<Keeps>;
  readonly tier_label: Text; readonly status_label: Text; readonly reminded: Field<boolean>;
  readonly on_hold: Field<boolean>; readonly valid_until: Text;
}

export interface Attended extends Row {
  readonly number: Text; readonly name: Text; readonly mode: Text; readonly status: Text;
  readonly role: Text; readonly my_status: Text; readonly commander: Text;
  readonly kind_label: Text; readonly place: Text; readonly lead: Text;
  readonly units: Field<number>; readonly opened_at: Text;
}

export interface InboxKinds {
  readonly ask: Ask;
  readonly incident: Attended;
}

/** Time ran out, and an answer is welcome still (RULE-SM-03). */
export function answerableLate(ask: Ask): boolean {
  return ask.status === "expired";
}

const OPEN = new Set(["requested", "acknowledged"]);

/** An ask still rings while an answer is awaited. */
export function rings(ask: Ask): boolean {
  return typeof ask.status === "string" && OPEN.has(ask.status);
}

/** What was offered is held for whoever asked until they take it, and stays in sight till then. */
export function held(ask: Ask): boolean {
  return ask.status === "offered";
}
