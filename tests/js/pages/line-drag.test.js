import assert from "node:assert/strict";
import test from "node:test";

import { lineMeant } from "../../../static/js/pages/line-drag.js";

/** @param {number} left @param {number} top @returns {import("../../../static/js/pages/line-drag.js").Box} */
const box = (left, top) => ({ left, right: left + 100, top, bottom: top + 10 });

test("level with the line where dragging began, it is that one, however far beside it", () => {
  const lines = [box(0, 0), box(200, 0), box(0, 20)];
  assert.equal(lineMeant(lines, { x: 900, y: 5 }, 0), 0);
  assert.equal(lineMeant(lines, { x: 150, y: 5 }, 1), 1);
});

test("level with others, it is the one of the same column", () => {
  const lines = [box(0, 0), box(200, 20), box(0, 20)];
  assert.equal(lineMeant(lines, { x: 190, y: 25 }, 0), 2);
  assert.equal(lineMeant(lines, { x: 900, y: 25 }, 1), 1);
});

test("where the column has nothing level, it is the nearest beside", () => {
  const lines = [box(0, 0), box(200, 20), box(400, 20)];
  assert.equal(lineMeant(lines, { x: 350, y: 25 }, 0), 1);
});

test("between two lines it is the nearer, below all the last", () => {
  const lines = [box(0, 0), box(0, 40)];
  assert.equal(lineMeant(lines, { x: 50, y: 15 }, 0), 0);
  assert.equal(lineMeant(lines, { x: 50, y: 35 }, 0), 1);
  assert.equal(lineMeant(lines, { x: 50, y: 900 }, 0), 1);
});

test("without lines it is none", () => {
  assert.equal(lineMeant([], { x: 0, y: 0 }, -1), -1);
});
