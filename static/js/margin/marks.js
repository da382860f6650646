import { CommentWriting } from "./writing/comment-writing.js";
import { pointIn, textOf } from "../common/line-text.js";
import { pieces } from "./lines/places.js";
import { numberOf, offsetOf } from "./lines/pointing.js";

/**
 * Shows in the lines what threads are about: their words on marker, how many there are to each line.
 * Words are marked by highlights of the browser (CSS Custom Highlight API), which change no element.
 */
export class Marks {
  /** What is painted for each kind of thread. @type {Set<string>} */
  kinds = new Set();
  /** Threads at each line, once counted. @type {number[] | undefined} */
  counts;

  /** @param {Element[]} lines  or parts of them, in whatever order they stand on the page */
  constructor(lines) {
    this.lines = lines.slice().sort((one, other) => startOf(one) - startOf(other));
    this.texts = this.lines.map((line) => ({ start: startOf(line), text: textOf(line) }));
  }

  /** The pieces of lines that a thread is about. @param {HTMLElement} thread */
  of(thread) {
    const { start, end } = thread.dataset;
    return start === undefined || end === undefined ? [] : pieces(this.texts, Number(start), Number(end));
  }

  /** Whether a thread is about words of this line. @param {HTMLElement} thread @param {Element} line */
  isAt(thread, line) {
    return this.of(thread).some((piece) => this.lines[piece.line] === line);
  }

  /** Whether a thread is about some of the words of this place. @param {HTMLElement} thread @param {import("./lines/places.js").Place} place */
  meets(thread, place) {
    const first = Number(place.line);
    const last = Number(place.end_line);
    return this.of(thread).some(({ line, from, to }) => {
      const element = /** @type {Element} */ (this.lines[line]);
      const number = numberOf(element);
      const offset = offsetOf(element);
      const isBefore = number < first || (number === first && offset + to <= Number(place.start));
      return !isBefore && (number < last || (number === last && offset + from < Number(place.end)));
    });
  }

  /** Marks the words of all these threads, and those of each kind in its own way. @param {HTMLElement[]} threads */
  paintKinds(threads) {
    const all = [];
    const kinds = new Map([...this.kinds].map((kind) => [kind, /** @type {Range[]} */ ([])]));
    for (const thread of threads) {
      const ranges = this.rangesOf(thread);
      const kind = [...thread.classList].find((name) => name.startsWith("kind-")) ?? "kind-comment";
      all.push(...ranges);
      kinds.set(kind, [...(kinds.get(kind) ?? []), ...ranges]);
    }
    this.kinds = new Set(kinds.keys());
    this.set("thread", all);
    for (const [kind, ranges] of kinds) this.set(kind, ranges);
  }

  /** Marks these threads' words under this name. @param {string} name @param {HTMLElement[]} threads */
  paint(name, threads) {
    this.set(name, threads.flatMap((thread) => this.rangesOf(thread)));
  }

  /** @param {HTMLElement} thread */
  rangesOf(thread) {
    return this.of(thread).flatMap((piece) => this.range(piece));
  }

  /**
   * All the words that a thread or a form is about, as one; null when it is about none.
   *
   * @param {HTMLElement | null} item
   * @param {HTMLElement | null} [pressed]  a line, which may be beside them: the thread is of the same sentence
   */
  around(item, pressed) {
    if (pressed && item && !(item instanceof CommentWriting) && !this.isAt(item, pressed)) return pressed;
    const ranges = item instanceof CommentWriting ? this.rangesAt(item.draft?.place) : item ? this.rangesOf(item) : [];
    const [first, last] = [ranges[0], ranges[ranges.length - 1]];
    if (!first || !last) return null;
    const all = first.cloneRange();
    all.setEnd(last.endContainer, last.endOffset);
    return all;
  }

  /** @param {string} name @param {Range[]} ranges */
  set(name, ranges) {
    if (!CSS.highlights) return;
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  }

  /** Marks a place of its own under this name; without one, nothing. @param {string} name @param {import("./lines/places.js").Place} [place] */
  paintPlace(name, place) {
    this.set(name, this.rangesAt(place));
  }

  /** @param {import("./lines/places.js").Place} [place] */
  rangesAt(place) {
    const first = Number(place?.line);
    const last = Number(place?.end_line || place?.line);
    return this.lines.flatMap((line, at) => {
      const number = numberOf(line);
      if (!place?.line || number < first || number > last) return [];
      const offset = offsetOf(line);
      const from = number === first ? Math.max(Number(place.start) - offset, 0) : 0;
      const to = number === last && place.end ? Number(place.end) - offset : Number.MAX_SAFE_INTEGER;
      return from < Math.min(to, this.texts[at]?.text.length ?? 0) ? this.range({ line: at, from, to }) : [];
    });
  }

  /** @param {import("./lines/places.js").Piece} piece */
  range({ line, from, to }) {
    const length = this.texts[line]?.text.trimEnd().length;
    const first = pointIn(this.lines[line], from);
    const last = pointIn(this.lines[line], Math.min(to, length || to));
    if (!first || !last) return [];
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    return [range];
  }

  /**
   * Says at each line how many threads stand there; the server said it of those that came with the page.
   * @param {HTMLElement[]} threads
   * @param {string} words  with {count} in it
   */
  count(threads, words) {
    const counts = this.lines.map(() => 0);
    for (const thread of threads) {
      for (const { line } of this.of(thread)) counts[line] = (counts[line] ?? 0) + 1;
    }
    this.lines.forEach((line, at) => {
      const count = counts[at] ?? 0;
      if (this.counts && count !== this.counts[at]) say(line, count ? words.replace("{count}", String(count)) : "");
    });
    this.counts = counts;
  }
}

/** @param {Element} line */
function startOf(line) {
  return Number(line.getAttribute("data-start"));
}

/** @param {Element} line @param {string} words */
function say(line, words) {
  const told = line.querySelector(".line-count") ?? document.createElement("span");
  line.classList.toggle("has-threads", words !== "");
  told.className = "line-count visually-hidden";
  told.textContent = ` ${words}`;
  if (!words) told.remove();
  else if (!told.isConnected) line.append(told);
}
