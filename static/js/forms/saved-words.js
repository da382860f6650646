/** Using saved comments in a text: what is being typed after a "/", and which of them it means. No DOM. */

/** @typedef {import("./typed-offers.js").Asked} Asked */
/** @typedef {import("./typed-offers.js").Offer} Offer */

const ASKED = /(?<!\S)\/(?<typed>[\p{L}\p{N}][^\n/]{0,59}|)$/u;

/**
 * What is typed just before the caret, if a word begins with the "/".
 * @param {string} text
 * @param {number} caret  in UTF-16 units
 * @returns {Asked | null}
 */
export function askedFor(text, caret) {
  const found = ASKED.exec(text.slice(0, caret));
  return found ? { start: found.index, typed: found.groups?.typed ?? "" } : null;
}

/**
 * Those in whose title each word that was typed begins a word.
 * @param {Offer[]} offers
 * @param {string} typed
 */
export function matching(offers, typed) {
  const wanted = words(typed);
  return offers.filter(({ title }) => {
    const named = words(title);
    return wanted.every((one) => named.some((word) => word.startsWith(one)));
  });
}

/**
 * The text with the saved words in place of what was typed, and where the caret stands then.
 * @param {string} text
 * @param {number} caret
 * @param {Asked} asked
 * @param {Offer} offer
 */
export function completed(text, caret, { start }, offer) {
  const before = text.slice(0, start) + offer.text;
  return { text: before + text.slice(caret), caret: before.length };
}

/** Without accents and capitals: as people type. @param {string} text */
function words(text) {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
