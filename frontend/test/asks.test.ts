import assert from "node:assert/strict";
import { test } from "node:test";
import { held, rings, type Ask } from "../src/asks";

const ask = (status: string): Ask => ({ status } as Ask);

test("what was offered rings no more, and stays in sight until it is taken", () => {
  assert.deepEqual(["requested", "offered", "accepted"].map((each) => rings(ask(each))), [true, false, false]);
  assert.deepEqual(["requested", "offered", "accepted"].map((each) => held(ask(each))), [false, true, false]);
});
