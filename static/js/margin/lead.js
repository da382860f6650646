import { lineOf } from "./pointing.js";

/**
 * The quiet line that joins a thread with its words, while one of the two is under the pointer or has
 * the focus. It lies over the page and takes no room.
 */
export class Lead {
  /**
   * @param {HTMLElement} lines
   * @param {HTMLElement} threads
   * @param {import("./marks.js").Marks} marks
   * @param {import("./boxes.js").Boxes} boxes
   */
  constructor(lines, threads, marks, boxes) {
    this.lines = lines;
    this.boxes = boxes;
    this.threads = threads;
    this.marks = marks;
    this.room = matchMedia("(min-width: 64rem)");
    /** @type {HTMLElement | null} */
    this.lit = null;
    this.strokes = ["lead lead-out", "lead"].map((name) => {
      const stroke = document.createElement("div");
      stroke.className = name;
      stroke.hidden = true;
      document.body.append(stroke);
      return stroke;
    });
    for (const place of [lines, threads]) {
      place.addEventListener("pointerover", this);
      place.addEventListener("pointerleave", this);
      place.addEventListener("focusin", this);
    }
  }

  /** @param {Event} event */
  handleEvent(event) {
    this.join(event.type === "pointerleave" ? null : this.threadAt(event.target));
  }

  /** @param {EventTarget | null} target @returns {HTMLElement | null} */
  threadAt(target) {
    const line = lineOf(target);
    const threads = [...this.threads.querySelectorAll("article.thread")].filter((one) => one instanceof HTMLElement);
    if (line) return line.classList.contains("has-threads") ? (threads.find((one) => this.marks.isAt(one, line)) ?? null) : null;
    return target instanceof Element ? (this.boxes.threadAt(target) ?? target.closest("article.thread")) : null;
  }

  /** @param {HTMLElement | null} thread */
  join(thread) {
    if (thread === this.lit) return;
    this.lit?.classList.remove("is-lit");
    this.lit = thread;
    thread?.classList.add("is-lit");
    this.marks.paint("lit", thread ? [thread] : []);
    this.boxes.light("is-lit", [thread]);
    this.draw();
  }

  /** From the end of the words to the edge of the sheet, and from there to the thread. */
  draw() {
    const piece = this.lit && this.room.matches ? this.marks.of(this.lit)[0] : undefined;
    const box = this.room.matches ? this.boxes.of(this.lit) : undefined;
    const words = (box ?? (piece && this.marks.range(piece)[0]))?.getBoundingClientRect();
    const sheet = (box ?? (piece && this.marks.lines[piece.line]))?.closest(".sheet")?.getBoundingClientRect();
    for (const stroke of this.strokes) stroke.hidden = !words;
    if (!this.lit || !words || !sheet) return;
    const thread = this.lit.getBoundingClientRect();
    const edge = { x: sheet.right, y: words.bottom };
    this.stroke(0, { x: words.right, y: words.bottom }, edge);
    this.stroke(1, edge, { x: thread.left, y: thread.top + 20 });
  }

  /** @param {number} which @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
  stroke(which, from, to) {
    const style = this.strokes[which]?.style;
    if (!style) return;
    style.left = `${from.x + scrollX}px`;
    style.top = `${from.y + scrollY}px`;
    style.width = `${Math.hypot(to.x - from.x, to.y - from.y)}px`;
    style.rotate = `${Math.atan2(to.y - from.y, to.x - from.x)}rad`;
  }
}
