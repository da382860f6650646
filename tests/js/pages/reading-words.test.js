import assert from "node:assert/strict";
import test from "node:test";

import { nextEdge, words } from "../../../static/js/pages/reading-words.js";

test("a word keeps its punctuation", () => {
  assert.deepEqual(words("C++, (SQL)  49 %"), [[0, 4], [5, 10], [12, 14], [15, 16]]);
});

test("selecting to the right ends at the end of the next word", () => {
  assert.deepEqual(nextEdge(["one two"], { line: 0, offset: 0 }, 1), { line: 0, offset: 3 });
  assert.deepEqual(nextEdge(["one two"], { line: 0, offset: 3 }, 1), { line: 0, offset: 7 });
});

test("selecting goes on into the next line, past an empty one", () => {
  assert.deepEqual(nextEdge(["one", "", "two"], { line: 0, offset: 3 }, 1), { line: 2, offset: 3 });
});

test("selecting to the left ends at the beginning of the word before", () => {
  assert.deepEqual(nextEdge(["one", "two"], { line: 1, offset: 0 }, -1), { line: 0, offset: 0 });
  assert.deepEqual(nextEdge(["one two"], { line: 0, offset: 7 }, -1), { line: 0, offset: 4 });
});

test("past the last word there is nothing", () => {
  assert.equal(nextEdge(["one"], { line: 0, offset: 3 }, 1), null);
  assert.equal(nextEdge([], { line: 0, offset: 0 }, -1), null);
});
