import assert from "node:assert/strict";
import { test } from "node:test";
import { matching, type Goal } from "../src/goals";

const goals: Goal[] = ["Move E1", "E1", "Who looked", "Add a division or group"].map((words) => ({ words, rank: 0, act: () => undefined }));

function meant(typed: string): string[] {
  return matching(goals, typed).map(({ words }) => words);
}

void test("first letters of any word are enough, and what begins with them comes first", () => {
  assert.deepEqual(meant("e1"), ["E1", "Move E1"]);
  assert.deepEqual(meant("w l"), ["Who looked"]);
  assert.deepEqual(meant("group"), ["Add a division or group"]);
});

void test("nothing typed means everything, and nonsense nothing", () => {
  assert.equal(meant("").length, goals.length);
  assert.deepEqual(meant("xyz"), []);
});
