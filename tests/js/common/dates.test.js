import assert from "node:assert/strict";
import { test } from "node:test";

import { dated, said } from "../../../static/js/common/dates.js";

const TUESDAY = new Date("2026-11-24T09:00:00Z");
const NOW_IN_LONDON = /** @type {const} */ ([TUESDAY, "en-GB", "Europe/London"]);

test("a moment just now is now", () => {
  assert.equal(said(new Date("2026-11-24T08:59:30Z"), ...NOW_IN_LONDON), "now");
});

test("minutes, hours and days are counted in their own words", () => {
  const moments = ["2026-11-24T08:40:00Z", "2026-11-24T06:10:00Z", "2026-11-23T08:00:00Z", "2026-11-27T09:00:00Z"];

  const words = moments.map((moment) => said(new Date(moment), ...NOW_IN_LONDON));

  assert.deepEqual(words, ["20 minutes ago", "3 hours ago", "yesterday", "in 3 days"]);
});

test("further than six days away it is the date, with the year when it is another one", () => {
  const soon = said(new Date("2026-12-24T09:00:00Z"), ...NOW_IN_LONDON);
  const past = said(new Date("2025-12-24T09:00:00Z"), ...NOW_IN_LONDON);

  assert.equal(soon, "Thursday 24 December");
  assert.match(past, /^Wednesday,? 24 December 2025$/);
});

test("the day is the reader's, not the server's", () => {
  const late = new Date("2026-11-26T23:30:00Z");

  assert.equal(dated(late, TUESDAY, "en-GB", "Europe/London"), "Thursday 26 November");
  assert.equal(dated(late, TUESDAY, "en-GB", "Europe/Helsinki"), "Friday 27 November");
});
