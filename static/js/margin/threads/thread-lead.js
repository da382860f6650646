import { hear } from "../events.js";
import { lineOf } from "../lines/pointing.js";

/** @typedef {import("../margin-notes.js").MarginNotes} MarginNotes */

/**
 * <thread-lead>: the quiet line that joins a thread with its words, while one of the two is under the
 * pointer or has the focus. It lies over the page and takes no room. It stands in the <margin-notes>
 * whose threads it joins, and follows when these say `levelled`.
 *
 *     <thread-lead></thread-lead>
 */
customElements.define(
  "thread-lead",
  class extends HTMLElement {
    room = matchMedia("(min-width: 64rem)");
    /** @type {HTMLElement | null} */
    lit = null;
    /** From the words to the edge of the page, and from there to the thread. @type {HTMLElement[]} */
    strokes = [];

    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      const notes = /** @type {MarginNotes} */ (this.closest("margin-notes"));
      this.notes = notes;
      this.strokes = ["lead lead-out", "lead"].map(stroked);
      for (const place of [document.querySelector("reading-lines"), notes.querySelector(".threads")]) {
        for (const name of ["pointerover", "pointerleave", "focusin"]) place?.addEventListener(name, this, { signal });
      }
      hear(notes, { levelled: () => this.draw() }, signal);
    }

    disconnectedCallback() {
      this.leaving?.abort();
      this.lit?.classList.remove("is-lit");
      this.lit = null;
      for (const stroke of this.strokes) stroke.remove();
    }

    /** @param {Event} event */
    handleEvent(event) {
      this.join(event.type === "pointerleave" ? null : this.threadAt(event.target));
    }

    /** @param {EventTarget | null} target @returns {HTMLElement | null} */
    threadAt(target) {
      const { notes } = this;
      const line = lineOf(target);
      if (line) return line.classList.contains("has-threads") ? (notes?.all.find((one) => notes.marks?.isAt(one, line)) ?? null) : null;
      return target instanceof Element ? (notes?.boxes?.threadAt(target) ?? target.closest("article.thread")) : null;
    }

    /** @param {HTMLElement | null} thread */
    join(thread) {
      if (thread === this.lit) return;
      this.lit?.classList.remove("is-lit");
      this.lit = thread;
      thread?.classList.add("is-lit");
      this.notes?.marks?.paint("lit", thread ? [thread] : []);
      this.notes?.boxes?.light("is-lit", [thread]);
      this.draw();
    }

    draw() {
      const marks = this.room.matches ? this.notes?.marks : undefined;
      const piece = this.lit ? marks?.of(this.lit)[0] : undefined;
      const box = this.room.matches ? this.notes?.boxes?.of(this.lit) : undefined;
      const words = (box ?? (piece && marks?.range(piece)[0]))?.getBoundingClientRect();
      const paper = (box ?? (piece && marks?.lines[piece.line]))?.closest(".page-paper")?.getBoundingClientRect();
      for (const stroke of this.strokes) stroke.hidden = !words;
      if (!this.lit || !words || !paper) return;
      const thread = this.lit.getBoundingClientRect();
      const edge = { x: paper.right, y: words.bottom };
      lay(this.strokes[0], { x: words.right, y: words.bottom }, edge);
      lay(this.strokes[1], edge, { x: thread.left, y: thread.top + 20 });
    }
  },
);

/** @param {string} names */
function stroked(names) {
  const stroke = document.createElement("div");
  stroke.className = names;
  stroke.hidden = true;
  document.body.append(stroke);
  return stroke;
}

/** @param {HTMLElement | undefined} stroke @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
function lay(stroke, from, to) {
  if (!stroke) return;
  const { style } = stroke;
  style.left = `${from.x + scrollX}px`;
  style.top = `${from.y + scrollY}px`;
  style.width = `${Math.hypot(to.x - from.x, to.y - from.y)}px`;
  style.rotate = `${Math.atan2(to.y - from.y, to.x - from.x)}rad`;
}
