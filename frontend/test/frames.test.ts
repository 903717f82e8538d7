import assert from "node:assert/strict";
import { test } from "node:test";
import { heard } from "../src/frames";
import { isWithheld, shared } from "../src/withheld";

test("a frame, a beat, and what a newer server may say", () => {
  assert.deepEqual(heard('{"beat":"2026-11-21T14:00:00Z"}'), { beat: "2026-11-21T14:00:00Z" });
  assert.deepEqual(heard('{"cursor":"c","at":"t","rows":{}}'), { cursor: "c", at: "t", rows: {} });
  assert.equal(heard('{"presence":[]}'), null);
});

test("withheld is not empty", () => {
  assert.equal(isWithheld({ withheld: "PII" }), true);
  assert.equal(isWithheld(null), false);
  assert.equal(shared({ withheld: "PII" }, "nothing to reckon with"), "nothing to reckon with");
  assert.equal(shared(null, "otherwise"), null);
});
