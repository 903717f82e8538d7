/** The rows of an agency's inbox: what it is asked for, and the incidents it is at or invited to. */

import type { Field, Glass, Row, Text } from "./kinds";

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

/** What an agency asks to be shown of another's data at an incident. */
export interface Disclosure extends Row {
  readonly to_name: Text; readonly via_name: Text; readonly category: Text; readonly status: Text;
  readonly reason: Text; readonly asked_by: Text; readonly asked_at: Text;
  readonly incident: Text; readonly incident_name: Text;
}

/** It waits for us: it is ours to show. */
export function wanted(row: Disclosure, agency: string): boolean {
  return row.status === "asked" && row.owner === agency;
}

/** An emergency look at our data that we have not reviewed. */
export function unreviewed(row: Glass, agency: string): boolean {
  return row.owner === agency && !row.reviewed_at;
}

export interface InboxKinds {
  readonly glass: Glass;
  readonly disclosure: Disclosure;
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
