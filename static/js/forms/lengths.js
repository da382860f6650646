/** How long a text is, as the server counts it, and how that is said. No DOM. */

/** Sentences by sample numbers, one at least of each form that the language has. @typedef {Record<string, string>} Samples */

const NEAR = 0.9; // of the limit: from there on it is counted

/** How many characters are too many; 0 or less when all of them fit. @param {string} text @param {number} limit */
export function excess(text, limit) {
  return [...text.trim().replace(/\r\n/gu, "\n")].length - limit; // code points, like the server's
}

/** Whether it is worth a word how many still fit. @param {number} over @param {number} limit */
export function isNear(over, limit) {
  return over + limit >= limit * NEAR;
}

/**
 * The sentence about `count` things: that of a sample with the same form in this language.
 *
 * @param {Samples} samples
 * @param {number} count
 * @param {string} language  a BCP 47 tag
 */
export function counted(samples, count, language) {
  const rules = new Intl.PluralRules(language);
  const exact = samples[String(count)];
  const alike = Object.keys(samples).find((sample) => rules.select(Number(sample)) === rules.select(count));
  const words = exact ?? samples[alike ?? ""] ?? Object.values(samples).at(-1) ?? "";
  return words.replace("{count}", String(count));
}
