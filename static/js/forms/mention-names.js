/** Naming somebody in a text: what is being typed after an "@", and whom it may mean. No DOM. */

/** @typedef {{ start: number, typed: string }} Asked  where the "@" stands, and what follows it */

const ASKED = /(?<![\p{L}\p{N}@.`])@(?<typed>\p{L}?[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*)?)$/u;

/**
 * What is typed just before the caret, if it may be a name.
 * @param {string} text
 * @param {number} caret  in UTF-16 units
 * @returns {Asked | null}
 */
export function askedFor(text, caret) {
  const found = ASKED.exec(text.slice(0, caret));
  return found ? { start: found.index, typed: found.groups?.typed ?? "" } : null;
}

/**
 * The names of which a word begins with what was typed.
 * @param {string[]} names
 * @param {string} typed
 */
export function matching(names, typed) {
  const wanted = folded(typed);
  return names.filter((name) => {
    const whole = folded(name);
    return whole !== wanted && (whole.startsWith(wanted) || whole.split(" ").some((word) => word.startsWith(wanted)));
  });
}

/**
 * The text with the name in place of what was typed, and where the caret stands then.
 * @param {string} text
 * @param {number} caret
 * @param {Asked} asked
 * @param {string} name
 */
export function completed(text, caret, { start }, name) {
  const after = text.slice(caret);
  const space = /^\s/u.test(after) ? "" : " ";
  const before = `${text.slice(0, start)}@${name}${space}`;
  return { text: before + after, caret: before.length + (space ? 0 : 1) };
}

/** Without accents and capitals: as people type. @param {string} name */
function folded(name) {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
