import assert from "node:assert/strict";
import test from "node:test";

import { addressOf } from "../../../../static/js/margin/lines/place-addresses.js";

test("a line has one address, however its version is read", () => {
  for (const view of ["", "text/", "pages/", "?line=3#comment", "text/?question=1", "#thread-abc"]) {
    const address = addressOf(`https://mentorship.example/documents/k3f9/versions/2/${view}`, "14");

    assert.equal(address, "https://mentorship.example/documents/k3f9/versions/2/#line-14");
  }
});
