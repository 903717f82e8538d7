/** The rows a board is made of, as the server's sheets draw them. Any field may be withheld. */

import type { Maybe } from "./withheld";

export type Field<T> = Maybe<T | null>;
export type Text = Field<string>;
export type Id = Field<string>;

/** On every row, and never withheld: whose it is, and which version of it this is. */
export interface Row {
  readonly owner: string;
  readonly version: number;
}

export interface Incident extends Row {
  readonly number: Text; readonly name: Text; readonly kind: Text; readonly kind_label: Text;
  readonly complexity: Field<number>; readonly place: Text;
  readonly latitude: Field<number>; readonly longitude: Field<number>;
  readonly mode: Text; readonly status: Text; readonly structure: Text;
  readonly opened_at: Text; readonly closed_at: Text; readonly time_zone: Text;
}

export interface Participation extends Row {
  readonly agency: Id; readonly agency_name: Text; readonly agency_code: Text;
  readonly discipline: Text; readonly role: Text; readonly status: Text;
  readonly since: Text; readonly recorded_at: Text;
}

export interface Seat extends Row {
  readonly agency: Id; readonly holder: Text; readonly holder_id?: Id;
  readonly title: Text; readonly since: Text; readonly recorded_at: Text;
}

export interface Handover extends Row {
  readonly seat: Id; readonly to_member: Id; readonly to_name: Text; readonly from_name: Text;
  readonly offered_at: Text; readonly status: Text;
}

export interface Division extends Row {
  readonly kind: Text; readonly name: Text; readonly supervisor: Text; readonly place: Text;
}

export interface Deployment extends Row {
  readonly resource: Id; readonly call_sign: Text; readonly kind_code: Text; readonly kind_name: Text;
  readonly card: Text; readonly type: Field<number>; readonly personnel: Field<number>;
  readonly leader: Text; readonly state: Text; readonly ics_status: Text; readonly reason: Text;
  readonly division: Id; readonly eta: Text; readonly since: Text; readonly recorded_at: Text;
  readonly order_number: Text; readonly unordered: Field<boolean>;
}

export interface Note extends Row {
  readonly author: Text; readonly category: Text; readonly text: Text;
  readonly at: Text; readonly recorded_at: Text; readonly tlp?: Text; readonly expired_at?: Text;
}

export interface Objective extends Row {
  readonly number: Field<number>; readonly text: Text; readonly status: Text;
  readonly since: Text; readonly recorded_at: Text;
}

export interface Request extends Row {
  readonly number: Text; readonly priority: Text; readonly needed_by: Text; readonly deliver_to: Text;
  readonly requested_by: Text; readonly status: Text; readonly status_label: Text;
  readonly verbal: Field<boolean>; readonly reason: Text;
}

export interface Line extends Row {
  readonly request: Id; readonly number: Text; readonly kind_code: Text; readonly kind_name: Text;
  readonly type: Field<number>; readonly or_better: Field<boolean>; readonly ordered: Field<number>;
  readonly accepted: Field<number>; readonly received: Field<number>;
  readonly status: Text; readonly tier: Field<number | string>;
}

export interface Rung extends Row {
  readonly line: Id; readonly position: Field<number>; readonly tier: Field<number | string>;
  readonly tier_label: Text; readonly status: Text; readonly asked_at: Text;
  readonly remind_at: Text; readonly due_at: Text; readonly note: Text;
}

export interface Solicitation extends Row {
  readonly line: Id; readonly rung: Id; readonly agency: Id; readonly agency_name: Text;
  readonly status: Text; readonly asked_quantity: Field<number>; readonly quantity: Field<number>;
  readonly reason: Text; readonly answered_at: Text; readonly due_at: Text;
  readonly clause: Text; readonly late: Field<boolean>;
}

/** An emergency look at what its owner withholds: for the two agencies it concerns alone. */
export interface Glass extends Row {
  readonly member: Id; readonly member_name: Text; readonly agency_name: Text; readonly owner_name: Text;
  readonly reason: Text; readonly until: Text; readonly ended_at: Text; readonly reviewed_at: Text;
  readonly opened_at: Text; readonly incident_name: Text;
}

/** Somebody of an agency without an account, who looks on or assists until a time. */
export interface Guest extends Row {
  readonly name: Text; readonly agency_name: Text; readonly host_name: Text; readonly seat: Text;
  readonly tier: Text; readonly due_at: Text; readonly ended_at: Text;
}

export interface BoardKinds {
  readonly guest: Guest;
  readonly glass: Glass;
  readonly incident: Incident; readonly participation: Participation; readonly seat: Seat;
  readonly handover: Handover; readonly division: Division; readonly deployment: Deployment;
  readonly note: Note; readonly objective: Objective; readonly request: Request;
  readonly line: Line; readonly rung: Rung; readonly solicitation: Solicitation;
}
