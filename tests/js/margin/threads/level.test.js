import assert from "node:assert/strict";
import test from "node:test";

import { level, scrollInto } from "../../../../static/js/margin/threads/level.js";

/**
 * Where each note begins, in the order they were given.
 * @param {number[]} wants @param {number[]} heights @param {number} gap @param {number} [active]
 */
function tops(wants, heights, gap, active) {
  /** @type {number[]} */
  const found = [];
  let bottom = 0;
  for (const { place, space } of level(wants, heights, gap, active)) {
    found[place] = bottom + space;
    bottom += space + (heights[place] ?? 0);
  }
  return found;
}

test("a note that has room stands level with its words", () => {
  assert.deepEqual(tops([10, 200], [50, 50], 8), [10, 200]);
});

test("a note without room comes right after the one before", () => {
  assert.deepEqual(tops([10, 20, 300], [50, 50, 50], 8), [10, 68, 300]);
});

test("notes stand in the order of their words on the page, not of the text", () => {
  assert.deepEqual(level([500, 40], [50, 50], 8).map(({ place }) => place), [1, 0]);
});

test("the active note stands at its words, and those before it move up", () => {
  assert.deepEqual(tops([100, 110, 120], [50, 50, 50], 10, 2), [0, 60, 120]);
  assert.deepEqual(tops([300, 310, 320], [50, 50, 50], 10, 1), [250, 310, 370]);
});

test("those before the active note leave by the top where there is no room for them", () => {
  assert.deepEqual(tops([0, 5, 9, 300], [50, 50, 50, 50], 10, 2), [-111, -51, 9, 300]);
});

test("a note whose words are above the margin stands at its top", () => {
  assert.deepEqual(tops([-40, 5], [50, 50], 10, 0), [0, 60]);
});

test("500 notes never cover one another, whichever is active", () => {
  const wants = Array.from({ length: 500 }, (_, place) => (place * 7919) % 4001);
  const heights = wants.map((_, place) => 40 + (place % 7) * 13);

  for (const active of [-1, 0, 250, 499]) {
    const spaces = level(wants, heights, 12, active).slice(1).map(({ space }) => space);
    assert.ok(Math.min(...spaces) >= 12);
  }
});

test("no notes, no places", () => {
  assert.deepEqual(level([], [], 8), []);
});

test("words in sight are left where they are", () => {
  assert.equal(scrollInto({ top: 100, bottom: 120 }, { top: 50, bottom: 300 }), 0);
});

test("words under the sheet or the bar are scrolled just into what is free", () => {
  assert.equal(scrollInto({ top: 400, bottom: 420 }, { top: 50, bottom: 300 }), 120);
  assert.equal(scrollInto({ top: 20, bottom: 40 }, { top: 50, bottom: 300 }), -30);
});

test("words taller than what is free show their beginning", () => {
  assert.equal(scrollInto({ top: 100, bottom: 500 }, { top: 50, bottom: 300 }), 50);
});
