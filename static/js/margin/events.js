/**
 * What the elements of a margin tell those they stand in: each event bubbles from what it is about.
 *
 * @typedef {object} Told  what goes with each
 * @property {{ line: HTMLElement, phrase: import("./lines/phrases.js").Phrase | null }} line-chosen  a line was pressed, or in it a phrase: what is said about it, or else a form
 * @property {About} comment-wanted  somebody wants to write about this
 * @property {null} keep-wanted  the words that are selected are to stay
 * @property {{ threads: HTMLElement[], place?: HTMLElement }} threads-wanted  these are to be read; at this place, or where they stand
 * @property {string} draft-wanted  the name of what was typed and is to be gone on with
 * @property {Element[]} news  parts of the page as they are now, by what others did
 * @property {Element[]} kept  parts of the page as they are now, by what was sent here
 * @property {Element[]} arrived  the same, while something else is read or written, which stays open
 * @property {null} closed  what was written in is left
 * @property {string} said  words for whoever does not see what happened
 * @property {Element | Range | null} shown  what is read or written now, by its place; null: it has none in the lines
 * @property {null} left  nothing is read or written any more
 * @property {null} levelled  threads have moved
 */

/**
 * @typedef {object} About  nothing: the words that are selected
 * @property {HTMLElement} [line]
 * @property {import("./lines/phrases.js").Phrase | null} [phrase]  in that line, and maybe beyond it
 * @property {string} [text]  what was typed already
 * @property {string} [page]
 * @property {string} [box]
 */

/**
 * @template {keyof Told} Name
 * @param {Element} from
 * @param {Name} name
 * @param {Told[Name]} detail
 */
export function fire(from, name, detail) {
  from.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

/**
 * Hears of these until the signal.
 *
 * @param {Element} at
 * @param {{ [Name in keyof Told]?: (detail: Told[Name]) => void }} answers
 * @param {AbortSignal} signal
 */
export function hear(at, answers, signal) {
  for (const [name, answer] of Object.entries(answers)) {
    const told = /** @type {(detail: unknown) => void} */ (answer);
    at.addEventListener(name, (event) => told(/** @type {CustomEvent} */ (event).detail), { signal });
  }
}
