import assert from "node:assert/strict";
import { test } from "node:test";
import { unanswered } from "../src/refusals";

test("what was only to be opened is not said to be kept", () => {
  assert.match(unanswered("get"), /Try again when the link is back/);
  assert.match(unanswered("post"), /What you filled in is kept/);
});
