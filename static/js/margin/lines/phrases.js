import { caretAt } from "../../common/caret.js";
import { offsetIn, textOf } from "../../common/line-text.js";
import { atWords, quoteOf } from "./places.js";
import { numberOf } from "./pointing.js";
import { phraseAt } from "./sentences.js";

/** What a press on a line means where lines flow: the sentence it is in, or the item of a list. */

/** @typedef {{ place: import("./places.js").Place, quote: string }} Phrase */

const MOST_OF_ITEM = 400; // a longer one is taken sentence by sentence
const WHOLE = ".item, .heading, .caption";

/**
 * @param {HTMLElement} line
 * @param {MouseEvent} [press]  without one, the middle of the line
 * @returns {Phrase | null}  null where the line itself is meant: over a picture, or when it is all of the phrase
 */
export function phraseOf(line, press) {
  if (getComputedStyle(line).display !== "inline") return null;
  const block = line.closest(".cell") ?? line.closest(".block");
  const lines = [...(block?.querySelectorAll(".line") ?? [])];
  const texts = lines.map((one) => textOf(one));
  const isWhole = Boolean(block?.matches(WHOLE)) && texts.join("").length <= MOST_OF_ITEM;
  const offset = (press && offsetIn(line, caretAt(press))) ?? textOf(line).length / 2;
  const found = phraseAt(texts, { line: lines.indexOf(line), offset }, isWhole);
  if (found.length < 2 && isAll(found[0], texts)) return null;
  const pieces = found.map((piece) => {
    const text = texts[piece.line]?.slice(piece.from, piece.to) ?? "";
    return { ...piece, line: numberOf(/** @type {Element} */ (lines[piece.line])), text };
  });
  const place = atWords(pieces);
  return place && { place, quote: quoteOf(pieces.map(({ text }) => text)) };
}

/** Whether it is one line and all of it, but for a mark before an item. @param {import("./sentences.js").Piece | undefined} piece @param {string[]} texts */
function isAll(piece, texts) {
  const text = texts[piece?.line ?? 0] ?? "";
  return !piece || (piece.to >= text.trimEnd().length && piece.from <= 2);
}
