/** How a moment is said. Pure: the clock, the language and the zone are handed in. */

const STEPS = /** @type {const} */ ([
  ["minute", 60],
  ["hour", 3600],
  ["day", 86400],
]);

/**
 * `moment` as a person would say it at `now`: "20 minutes ago", "in 3 days"; further than six days
 * away, the date itself: "Thursday, 26 November", with the year when it is another one.
 *
 * @param {Date} moment
 * @param {Date} now
 * @param {string} language  a BCP 47 tag
 * @param {string} [zone]  an IANA name; left out, the zone of this computer
 * @returns {string}
 */
export function said(moment, now, language, zone) {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size >= 6 * 86400) return dated(moment, now, language, zone);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (size < 45) return relative.format(0, "second");
  const [unit, length] = STEPS.findLast(([, length]) => size >= length * 0.75) ?? STEPS[0];
  return relative.format(Math.round(seconds / length), unit);
}

/**
 * The date of `moment` in full words, in the zone of the reader.
 *
 * @param {Date} moment
 * @param {Date} now
 * @param {string} language
 * @param {string} [zone]
 * @returns {string}
 */
export function dated(moment, now, language, zone) {
  const year = new Intl.DateTimeFormat("en", { year: "numeric", timeZone: zone });
  const format = new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: year.format(moment) === year.format(now) ? undefined : "numeric",
    timeZone: zone,
  });
  return format.format(moment);
}
