import assert from "node:assert/strict";
import { test } from "node:test";
import { heard } from "../src/frames";
import { stripe } from "../src/stripes";
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

test("an agency wears the same stripe everywhere", () => {
  const id = "7f1f9a52-0f9c-4b8e-9d0a-2f4f6c1f8e11";

  assert.equal(stripe(id), stripe(id));
  assert.ok(stripe(id) >= 0 && stripe(id) < 10);
});
