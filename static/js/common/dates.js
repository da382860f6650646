/** How a moment is said. Pure: the clock, the language and the zone are handed in. */

const STEPS = /** @type {const} */ ([
  ["minute", 60],
  ["hour", 3600],
  ["day", 86400],
]);

/**
 * Formats as they were made last, for making one takes a hundred times as long as using it. No older than
 * a minute: where none is named, the zone is that of this computer, which may travel.
 * @type {Map<string, Intl.RelativeTimeFormat | Intl.DateTimeFormat>}
 */
const made = new Map();
let minute = NaN;

/**
 * @template {Intl.RelativeTimeFormat | Intl.DateTimeFormat} Format
 * @param {Date} now
 * @param {string} name  the same for the same format
 * @param {() => Format} make
 */
function kept(now, name, make) {
  const since = Math.floor(now.getTime() / 60_000);
  if (since !== minute) made.clear();
  minute = since;
  const format = /** @type {Format | undefined} */ (made.get(name)) ?? make();
  made.set(name, format);
  return format;
}

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
  const relative = kept(now, `ago ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
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
  const year = kept(now, `year ${zone}`, () => new Intl.DateTimeFormat("en", { year: "numeric", timeZone: zone }));
  const isOther = year.format(moment) !== year.format(now);
  const format = kept(now, `day ${language} ${zone} ${isOther}`, () =>
    new Intl.DateTimeFormat(language, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: isOther ? "numeric" : undefined,
      timeZone: zone,
    }),
  );
  return format.format(moment);
}
