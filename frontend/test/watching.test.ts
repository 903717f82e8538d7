import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../src/rows";
import { Watching } from "../src/watching";

const page = new Watching("r1 l1 l2");

function rows(key: string, more: object | null): Change {
  return { [key]: more && { owner: "a", version: 1, ...more } };
}

test("the request itself and its lines concern its page", () => {
  assert.ok(page.concerned(rows("request:r1", {})));
  assert.ok(page.concerned(rows("line:l2", {})));
});

test("so does a new line of it, a rung, and an answer", () => {
  assert.ok(page.concerned(rows("line:l3", { request: "r1" })));
  assert.ok(page.concerned(rows("rung:x", { line: "l1" })));
  assert.ok(page.concerned(rows("solicitation:y", { line: "l2" })));
});

test("what is gone may concern it too", () => {
  assert.ok(page.concerned(rows("request:r1", null)));
});

test("another request and the rest of the board do not", () => {
  assert.ok(!page.concerned(rows("line:l9", { request: "r2" })));
  assert.ok(!page.concerned(rows("rung:x", { line: "l9" })));
  assert.ok(!page.concerned(rows("deployment:d", null)));
});

test("a field that is withheld concerns nobody", () => {
  assert.ok(!page.concerned(rows("rung:x", { line: { withheld: "OPS" } })));
});
