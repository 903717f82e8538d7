import assert from "node:assert/strict";
import { test } from "node:test";
import { place, type Attended } from "../src/asks";

function attended(status: string, mine: string): Attended {
  return { status, my_status: mine } as unknown as Attended;
}

test("an agency is at an incident that it has joined and that goes on", () => {
  assert.equal(place(attended("active", "accepted")), "here");
});

test("to be invited is not to be there", () => {
  assert.equal(place(attended("active", "invited")), "invited");
});

test("nobody is at an incident that was closed, or invited to it", () => {
  assert.equal(place(attended("closed", "accepted")), "over");
  assert.equal(place(attended("closed", "invited")), "over");
});
