import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { begun, between, covered, moved, percents, read, stretched, written } from "../../../../static/js/margin/pages/box-geometry.js";

const BOX = { left: 0.2, top: 0.3, right: 0.6, bottom: 0.5 };

/** @param {import("../../../../static/js/margin/pages/box-geometry.js").Box} box */
function isOnPage({ left, top, right, bottom }) {
  return left >= 0 && top >= 0 && right <= 1 && bottom <= 1 && right - left >= 0.0199 && bottom - top >= 0.0199;
}

test("two corners make a box, whichever comes first", () => {
  assert.deepEqual(between({ x: 0.2, y: 0.3 }, { x: 0.6, y: 0.5 }), BOX);
  assert.deepEqual(between({ x: 0.6, y: 0.3 }, { x: 0.2, y: 0.5 }), BOX);
});

test("whatever is drawn lies on the page and can be seen", () => {
  for (const x of [-3, 0, 0.5, 0.995, 1, 4]) {
    for (const y of [-3, 0, 0.5, 0.995, 1, 4]) {
      assert.ok(isOnPage(between({ x, y }, { x, y })), `a tap at ${x}, ${y}`);
      assert.ok(isOnPage(between({ x, y }, { x: 0.5, y: 0.5 })), `from ${x}, ${y}`);
    }
  }
});

test("a box moves as it is, and stops at the edge", () => {
  assert.equal(written(moved(BOX, 0.1, -0.1)), "0.3,0.2,0.7,0.4");
  assert.equal(written(moved(BOX, 5, 5)), "0.6,0.8,1,1");
  assert.equal(written(moved(BOX, -5, -5)), "0,0,0.4,0.2");
});

test("it stretches from its lower right corner, never to nothing", () => {
  assert.equal(written(stretched(BOX, 0.1, 0.1)), "0.2,0.3,0.7,0.6");
  assert.equal(written(stretched(BOX, 5, 5)), "0.2,0.3,1,1");
  assert.equal(written(stretched(BOX, -5, -5)), "0.2,0.3,0.22,0.32");
});

test("it begins in the part of the page that is seen", () => {
  for (const [top, bottom] of /** @type {[number, number][]} */ ([[0, 1], [0.4, 0.8], [-1, 0.1], [0.9, 2]])) {
    const box = begun(top, bottom);
    assert.ok(isOnPage(box));
    assert.ok(box.top >= Math.max(0, top) - 0.02 && box.bottom <= Math.min(1, bottom) + 0.02);
  }
});

test("what is written can be read again, and nothing else", () => {
  assert.deepEqual(read(written(BOX)), BOX);
  for (const text of ["", undefined, "1,2,3", "a,b,c,d"]) assert.equal(read(text), null);
});

test("it is said in whole percent", () => {
  assert.deepEqual(percents(BOX), { left: "20", top: "30", width: "40", height: "20" });
});

/** Cases that the server is tried with too: one rule, kept in two languages. @type {{ why: string, line: number[], box: number[], is_in: boolean }[]} */
const CASES = JSON.parse(readFileSync(new URL("../../../files/lines_in_boxes.json", import.meta.url), "utf8"));

for (const { why, line, box, is_in: isIn } of CASES) {
  test(`which lines a box holds is what the server says: ${why}`, () => {
    const sides = (/** @type {number[]} */ [left = 0, top = 0, right = 0, bottom = 0]) => ({ left, top, right, bottom });

    assert.deepEqual(covered(sides(box), [{ number: 7, ...sides(line) }]), isIn ? [7, 7] : null);
  });
}

test("it covers from the first to the last of the lines it holds", () => {
  const line = (/** @type {number} */ number, /** @type {number} */ top, left = 0.1) =>
    ({ number, top, bottom: top + 0.04, left, right: left + 0.3 });

  assert.deepEqual(covered(BOX, [line(1, 0.27), line(2, 0.3), line(3, 0.44), line(4, 0.49)]), [2, 3]);
  assert.equal(covered(BOX, [line(1, 0.35, 0.65), line(2, 0.6)]), null);
});
