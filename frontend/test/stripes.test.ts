import assert from "node:assert/strict";
import { test } from "node:test";
import { stripe, stripes } from "../src/stripes";

const CODES = ["PEFD", "TCFD", "QFFD", "WCFD", "PEPD", "TCSO", "TCPH", "PESD", "NSRY", "TCEM",
  "TCRD", "CLRF", "TCEM2", "GRAM", "BVEN", "ELEC", "WATR", "PORT", "MHSP", "STAT"];

test("a code wears the same stripe wherever it stands", () => {
  assert.equal(stripe("PEFD"), stripe("PEFD"));
  assert.deepEqual([...stripes(CODES)].toSorted(), [...stripes(CODES.toReversed())].toSorted());
});

test("no two agencies of one board wear the same, up to twenty", () => {
  assert.equal(new Set(stripes(CODES).values()).size, CODES.length);
});

test("ten agencies wear ten colors", () => {
  const worn = [...stripes(CODES.slice(0, 10)).values()];

  assert.equal(new Set(worn.map((each) => each % 10)).size, 10);
});

test("an agency keeps its own color unless another of the board has it first", () => {
  const [one] = CODES.filter((code) => CODES.some((other) => other < code && stripe(other) === stripe(code)));
  assert.ok(one);

  assert.equal(stripes([one]).get(one), stripe(one));
  assert.notEqual(stripes(CODES).get(one), stripe(one));
});

test("more agencies than stripes is no error", () => {
  const many = Array.from({ length: 25 }, (_, each) => `AG${each}`);

  assert.equal(stripes(many).size, 25);
});
