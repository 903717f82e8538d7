import assert from "node:assert/strict";
import { test } from "node:test";
import type { Attended } from "../src/asks";
import { attendance } from "../src/attendance";

const at = (opened_at: string, my_status: string, status = "active"): Attended =>
  ({ owner: "a", version: 1, number: null, name: null, mode: "real_world", status, role: "assisting",
    my_status, commander: null, lead: null, kind_label: null, place: null, units: 0, opened_at });

const keys = (rows: Record<string, Attended>) => {
  const { invited, there, over } = attendance(Object.entries(rows));
  return [invited, there, over].map((part) => part.map(([key]) => key));
};

test("what an agency is asked to answer stands apart from where it is, and from what is closed", () => {
  assert.deepEqual(keys({
    closed: at("2026-01-01T08:00:00Z", "accepted", "closed"),
    invited: at("2026-01-01T09:00:00Z", "invited"),
    there: at("2026-01-01T10:00:00Z", "accepted"),
  }), [["invited"], ["there"], ["closed"]]);
});

test("nobody is asked to answer an invitation to what is closed by now", () => {
  assert.deepEqual(keys({ late: at("2026-01-01T08:00:00Z", "invited", "closed") }), [[], [], []]);
});

test("the newest stands first", () => {
  assert.deepEqual(keys({
    older: at("2026-01-01T08:00:00Z", "accepted"),
    newer: at("2026-01-01T09:00:00Z", "accepted"),
  }), [[], ["newer", "older"], []]);
});
