/** What the name of a file says about the document in it: the rules of mentorship/documents/filenames.py. */

const TITLE_LENGTH = 120;
const LETTER = /letter|anschreiben|motivation|lettre|carta/i;
const CV = /\bcv\b/gi;
const RESUME = /r[eé]sum[eé]|\bcv\b|lebenslauf/i;

/**
 * A title made of the name: no ending, words apart; "Ada_Lovelace_CV.pdf" is "Ada Lovelace CV".
 * Hyphens stay where blanks or underscores already part the words: "Jean-Luc CV.pdf". A Mac writes
 * an accent beside its letter; here they are one.
 *
 * @param {string} filename
 * @returns {string}
 */
export function titleOf(filename) {
  const stem = filename.normalize("NFC").replace(/(?<=.)\.[^.]+$/u, "").replaceAll("_", " ");
  const words = stem.trim().includes(" ") ? stem : stem.replaceAll("-", " ");
  const title = [...words.split(/\s+/).filter(Boolean).join(" ").replace(CV, "CV")].slice(0, TITLE_LENGTH);
  return [title[0]?.toUpperCase() ?? "", ...title.slice(1)].join("").trim();
}

/**
 * The kind the name speaks of; "resume" when it speaks of none.
 *
 * @param {string} filename
 * @returns {"resume" | "cover_letter"}
 */
export function kindOf(filename) {
  const words = titleOf(filename);
  return LETTER.test(words) && !RESUME.test(words) ? "cover_letter" : "resume";
}

/**
 * A size as people say it: "84 kB", "2.4 MB".
 *
 * @param {number} bytes
 * @param {string} language  a BCP 47 tag
 * @returns {string}
 */
export function sizeOf(bytes, language) {
  const [unit, length] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
  const digits = bytes < 1e6 ? 0 : 1;
  const format = { style: "unit", unit, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, /** @type {Intl.NumberFormatOptions} */ (format)).format(
    Math.max(bytes, 1) < 1e3 ? 1 : bytes / Number(length),
  );
}
