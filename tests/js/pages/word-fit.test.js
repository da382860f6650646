import assert from "node:assert/strict";
import { test } from "node:test";

import { groups, pieces } from "../../../static/js/pages/word-fit.js";

const OFF = 0.05;

/** @typedef {import("../../../static/js/pages/word-fit.js").Word} Word */

/**
 * Words where they would stand by themselves, and where their ink is; a letter is 1 wide.
 * @param {...[number[], number[], boolean?]} told
 * @returns {Word[]}
 */
function words(...told) {
  return told.map(([natural, ink, isSpaced = true]) => ({
    natural: reach(natural),
    ink: reach(ink),
    letters: reach(natural).right - reach(natural).left,
    isSpaced,
    isJoined: false,
  }));
}

/** @param {number[]} ends */
function reach([left = 0, right = 0]) {
  return { left, right };
}

/**
 * Where these groups put the words of a text that runs to the right.
 * @param {Word[]} all
 * @param {import("../../../static/js/pages/word-fit.js").Group[]} found
 */
function laid(all, found) {
  const reaches = [];
  let at = 0;
  for (const { from, to, letter, space } of found) {
    for (const [place, { natural, letters, isSpaced }] of all.entries()) {
      if (place < from || place > to) continue;
      const end = at + natural.right - natural.left + letter * letters;
      reaches.push([at, end]);
      const gap = (all[place + 1]?.natural.left ?? natural.right) - natural.right;
      at = end + gap + (isSpaced ? letter + space : 0);
    }
  }
  return reaches.map((ends) => ends.map((end) => Math.round(end * 100) / 100));
}

test("pieces are told by gaps and widths, and lie in the text where its spaces are", () => {
  assert.deepEqual(pieces("0 1000 200 800", "Lead it\n"), [
    { start: 0, end: 4, left: 0, right: 0.5 },
    { start: 5, end: 7, left: 0.6, right: 1 },
  ]);
});

test("a piece that no space ends has its length", () => {
  assert.deepEqual(pieces("0 1000/2 0 1000", "上海IT")?.map(({ start, end }) => [start, end]), [[0, 2], [2, 4]]);
});

test("what does not fit its text is not used", () => {
  assert.equal(pieces("0 1000", "Lead it"), null);
  assert.equal(pieces("0 500 0 500 0 1000", "Lead it"), null);
  assert.equal(pieces("0 1000/9 0 1000", "Lead it"), null);
});

test("words that lie well stay as they are", () => {
  assert.deepEqual(groups(words([[0, 4], [0, 4.01]], [[5, 7], [5.02, 7]]), OFF), []);
});

test("words in the same letters share a spacing, others get their own", () => {
  const all = words([[0, 4], [0, 4.4]], [[5, 7], [5.5, 7.7]], [[8, 10], [8.8, 10]], [[11, 12], [11.2, 12.2]]);

  const found = groups(all, OFF);

  assert.deepEqual(found.map(({ from, to }) => [from, to]), [[0, 1], [2, 2], [3, 3]]);
  assert.deepEqual(laid(all, found), [[0, 4.4], [5.5, 7.7], [8.8, 10], [11.2, 12.2]]);
});

test("where a group ends, what follows begins on its ink", () => {
  const all = words([[0, 4], [0, 2]], [[5, 7], [3, 8]], [[8, 9], [9, 9.5]]);

  assert.deepEqual(laid(all, groups(all, OFF)), [[0, 2], [3, 8], [9, 9.5]]);
});

test("signs that touch the next piece are spread up to it", () => {
  const all = words([[0, 4], [0, 5], false], [[4, 6], [5, 6], true]);

  assert.deepEqual(laid(all, groups(all, OFF)), [[0, 5], [5, 6]]);
});

test("what runs from the right is measured from the right", () => {
  const all = words([[6, 10], [5, 10]], [[3, 5], [2, 4]], [[0, 2], [0, 1.5]]);

  const found = groups(all, OFF);

  const [first] = found;
  assert.ok(first);
  assert.ok(Math.abs(first.letter - 0.25) < 1e-9);
  assert.ok(Math.abs(first.letter + first.space) < 1e-9); // as far from the next as it is by itself
});

test("a run never goes over a turn of direction", () => {
  const all = words([[8, 10], [8, 10]], [[0, 3], [0, 3.2]], [[4, 7], [4.2, 7]]);

  const runs = groups(all, OFF).map(({ from, to }) => [from, to]);

  assert.ok(runs.every(([from = 0, to]) => from > 0 || to === 0));
});

test("letters that join are made smaller or larger, and stand as far apart as their ink", () => {
  const all = words([[6, 10], [5, 10]], [[1, 5], [2, 4]]).map((word) => ({ ...word, isJoined: true }));

  assert.deepEqual(groups(all, OFF), [
    { from: 0, to: 0, letter: 0, space: 1 / 1.25 - 1, size: 1.25 },
    { from: 1, to: 1, letter: 0, space: 0, size: 0.5 },
  ]);
});
