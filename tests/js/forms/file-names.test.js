import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { kindOf, sizeOf, titleOf } from "../../../static/js/forms/file-names.js";

/** The table tests/documents/test_filenames.py reads too. @type {[string, string, string][]} */
const NAMES = JSON.parse(readFileSync(new URL("../../files/file_names.json", import.meta.url), "utf8"));

test("title and kind are read off the name as the server reads them", () => {
  const read = NAMES.map(([name]) => [name, titleOf(name), kindOf(name)]);

  assert.deepEqual(read, NAMES);
});

test("a title is no longer than a document's may be", () => {
  assert.equal(titleOf(`${"a".repeat(300)}.pdf`).length, 120);
});

test("sizes are said in whole kilobytes and tenths of megabytes", () => {
  const sizes = [0, 12, 84_200, 2_440_000].map((bytes) => sizeOf(bytes, "en"));

  assert.deepEqual(sizes, ["1 kB", "1 kB", "84 kB", "2.4 MB"]);
});
