import assert from "node:assert/strict";
import { test } from "node:test";

import { newKey } from "../../../static/js/forms/send-file.js";

test("each key is another UUID of version 4", () => {
  const keys = Array.from({ length: 100 }, newKey);

  assert.equal(new Set(keys).size, 100);
  for (const key of keys) {
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});
