import assert from "node:assert/strict";
import test from "node:test";
import { PointerPress } from "../../../static/js/common/pointer-press.js";

/** @param {import("node:test").TestContext} t */
function here(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = new EventTarget();
  const window = new EventTarget();
  const press = new PointerPress(page, window);
  /** @type {string[]} */
  const done = [];
  /** @param {string} type @param {object} [facts] */
  const hear = (type, facts = {}) => page.dispatchEvent(Object.assign(new Event(type), { pointerId: 1, button: 0, buttons: 1, ...facts }));
  const rest = () => t.mock.timers.runAll();
  return { press, window, done, hear, rest, ask: () => press.after(() => void done.push("moved")) };
}

test("what nobody presses moves at once", (t) => {
  const { done, ask } = here(t);
  ask();
  assert.deepEqual(done, ["moved"]);
});

test("a press is over after what its click does", (t) => {
  const { press, done, hear, ask, rest } = here(t);
  hear("pointerdown");
  ask();
  hear("pointerup");
  assert.equal(done.length, 0);
  hear("click");
  press.after(() => void done.push("by the click"));
  rest();
  assert.deepEqual(done, ["by the click", "moved"]);
});

test("a press without a click ends as well", (t) => {
  const { done, hear, ask, rest } = here(t);
  hear("pointerdown");
  ask();
  hear("pointerup");
  rest();
  assert.deepEqual(done, ["moved"]);
});

for (const [how, type, facts] of /** @type {const} */ ([
  ["it becomes scrolling", "pointercancel", {}],
  ["the button came up outside", "pointermove", { buttons: 0 }],
])) {
  test(`a press ends when ${how}`, (t) => {
    const { done, hear, ask, rest } = here(t);
    hear("pointerdown");
    ask();
    hear(type, facts);
    rest();
    assert.deepEqual(done, ["moved"]);
  });
}

test("a press ends when the window is left", (t) => {
  const { window, done, hear, ask, rest } = here(t);
  hear("pointerdown");
  ask();
  window.dispatchEvent(new Event("blur"));
  rest();
  assert.deepEqual(done, ["moved"]);
});

test("dragging goes on for as long as the button is down", (t) => {
  const { done, hear, ask, rest } = here(t);
  hear("pointerdown");
  hear("pointermove");
  ask();
  rest();
  assert.deepEqual(done, []);
});

test("of two fingers the last one ends the press", (t) => {
  const { done, hear, ask, rest } = here(t);
  hear("pointerdown");
  hear("pointerdown", { pointerId: 2 });
  ask();
  hear("pointerup");
  rest();
  assert.deepEqual(done, []);
  hear("pointerup", { pointerId: 2 });
  rest();
  assert.deepEqual(done, ["moved"]);
});

test("what waits for one press waits for the next that begins at once", (t) => {
  const { done, hear, ask, rest } = here(t);
  hear("pointerdown");
  ask();
  hear("pointerup");
  hear("click");
  hear("pointerdown");
  rest();
  assert.deepEqual(done, []);
});

test("a press that begins while a click may still come is one of its own", (t) => {
  const { done, hear, ask, rest } = here(t);
  hear("pointerdown");
  hear("pointerup");
  hear("pointerdown", { pointerId: 2 });
  ask();
  rest();
  assert.deepEqual(done, []);
});

test("another button is no press, for its menu may take the rest", (t) => {
  const { done, hear, ask } = here(t);
  hear("pointerdown", { button: 2 });
  ask();
  assert.deepEqual(done, ["moved"]);
});

test("what is asked for twice meanwhile is done once", (t) => {
  const { press, done, hear, rest } = here(t);
  const go = () => void done.push("level");
  hear("pointerdown");
  press.after(go);
  press.after(go);
  hear("click");
  rest();
  assert.deepEqual(done, ["level"]);
});
