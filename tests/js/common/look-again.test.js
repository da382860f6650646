import assert from "node:assert/strict";
import test from "node:test";
import { LookAgain } from "../../../static/js/common/look-again.js";

/** A page that can be hidden. */
class Shown extends EventTarget {
  /** @type {DocumentVisibilityState} */
  visibilityState = "visible";

  /** @param {DocumentVisibilityState} state */
  turn(state) {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

/** @param {import("node:test").TestContext} t @param {import("../../../static/js/common/look-again.js").Paces} paces */
function here(t, paces, look = async () => {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = new Shown();
  const leaving = new AbortController();
  let count = 0;
  const looks = new LookAgain(() => ((count += 1), look()), paces, page);
  looks.start(leaving.signal);
  /** @param {number} seconds */
  const pass = async (seconds) => {
    for (let second = 0; second < seconds; second += 1) {
      t.mock.timers.tick(1000);
      for (let turn = 0; turn < 5; turn += 1) await null;
    }
  };
  return { page, leaving, pass, looked: () => count };
}

test("it looks at its pace", async (t) => {
  const { pass, looked } = here(t, { inFront: 2 });
  await pass(6);
  assert.equal(looked(), 3);
});

test("nothing is looked for while the page is hidden, and at once when it is seen again", async (t) => {
  const { page, pass, looked } = here(t, { inFront: 2 });
  page.turn("hidden");
  await pass(60);
  assert.equal(looked(), 0);
  page.turn("visible");
  t.mock.timers.tick(0);
  assert.equal(looked(), 1);
});

test("a hidden page may have a pace of its own", async (t) => {
  const { page, pass, looked } = here(t, { inFront: 2, behind: 10 });
  page.turn("hidden");
  await pass(20);
  assert.equal(looked(), 2);
});

test("one look at a time, however often the page is turned to", async (t) => {
  const { page, pass, looked } = here(t, { inFront: 1 }, () => new Promise(() => {}));
  await pass(1);
  page.turn("hidden");
  page.turn("visible");
  await pass(5);
  assert.equal(looked(), 1);
});

test("after a look that failed comes the next", async (t) => {
  const { pass, looked } = here(t, { inFront: 1 }, () => Promise.reject(new Error("no connection")));
  await pass(3);
  assert.equal(looked(), 3);
});

test("once it is left, nothing is looked for any more", async (t) => {
  const { page, leaving, pass, looked } = here(t, { inFront: 1 });
  await pass(1);
  leaving.abort();
  page.turn("hidden");
  page.turn("visible");
  await pass(5);
  assert.equal(looked(), 1);
});

test("what is left while it looks, looks no further", async (t) => {
  /** @type {(() => void)[]} */
  const answers = [];
  const { leaving, pass, looked } = here(t, { inFront: 1 }, () => new Promise((resolve) => void answers.push(resolve)));
  await pass(1);
  leaving.abort();
  answers.forEach((answer) => answer());
  await pass(5);
  assert.equal(looked(), 1);
});
