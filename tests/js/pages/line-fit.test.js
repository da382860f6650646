import assert from "node:assert/strict";
import test from "node:test";

import { fit } from "../../../static/js/pages/line-fit.js";

test("a line whose widths are not known is left as it is", () => {
  assert.equal(fit(0, 100), 1);
  assert.equal(fit(120, 100), 1.2);
});
