import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { post, type Outcome } from "../src/posts";
import { Sendings } from "../src/sendings";
import { unit } from "./units";

type Answer = () => Response;
const keys: (string | null)[] = [];
const waits: number[] = [];

const problem = (status: number, title: string): Answer => () =>
  new Response(JSON.stringify({ title }), { status, headers: { "Content-Type": "application/problem+json" } });
const done: Answer = () => new Response(null, { status: 204 });
const portal: Answer = () =>
  new Response("<h1>Welcome to Hotel Wi-Fi</h1>", { headers: { "Content-Type": "text/html" } });
const cut: Answer = () => { throw new TypeError("network"); };

async function send(...answers: Answer[]): Promise<Outcome> {
  const left = [...answers];
  return post("/move/", {}, {
    fetch: (_, request) => {
      keys.push(new Headers(request?.headers).get("Idempotency-Key"));
      return Promise.resolve().then(() => (left.length > 1 ? left.shift() : left[0])?.() ?? cut());
    },
    pause: (wait) => { waits.push(wait); return Promise.resolve(); },
    again: () => undefined,
  });
}

beforeEach(() => {
  keys.length = waits.length = 0;
  Object.assign(globalThis, { document: { querySelector: () => null } });
});

test("a yes is a yes", async () => {
  assert.deepEqual(await send(done), { done: true, words: "" });
});

test("after a cut the same act is sent again under the same key", async () => {
  const outcome = await send(cut, cut, done);

  assert.equal(outcome.done, true);
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
  assert.deepEqual(waits, [1000, 2000]);
});

test("a captive portal's page is not taken for success", async () => {
  await send(portal, done);

  assert.equal(keys.length, 2);
});

test("a refusal is told in the server's words and not tried again", async () => {
  const outcome = await send(problem(422, "Not yet briefed: hazards."), done);

  assert.deepEqual(outcome, { done: false, words: "Not yet briefed: hazards." });
  assert.equal(keys.length, 1);
});

test("a server that is away for a moment is asked again", async () => {
  assert.equal((await send(problem(503, "Away"), done)).done, true);
});

test("it gives up in the end, and does not say that nothing happened", async () => {
  const outcome = await send(cut);

  assert.equal(outcome.done, false);
  assert.match(outcome.words, /Look at the board/);
  assert.equal(Math.max(...waits), 20_000);
});

test("a card is under way until its row has a newer version", async () => {
  const sendings = new Sendings(() => undefined);
  globalThis.fetch = () => Promise.resolve(done());
  await sendings.send("deployment:1", "arrived", 3, "/move/", {});

  sendings.settle({ "deployment:1": unit("E9", "assigned") });
  assert.match(sendings.of("deployment:1")?.words ?? "", /waiting for the board/);
  sendings.settle({ "deployment:1": unit("E9", "staged", { version: 4 }) });

  assert.equal(sendings.of("deployment:1"), undefined);
});
