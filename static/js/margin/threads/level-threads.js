import { arrange, release } from "./arrange.js";
import { fire } from "../events.js";
import { afterPress } from "../../common/pointer-press.js";

/**
 * <level-threads>: keeps what stands in it level with the words it is about, where there is a margin,
 * and lets it follow one another where there is none. Says `levelled`. Where something stands in the
 * text, and what is read or written now, is given to it.
 *
 *     <level-threads class="threads" id="threads">…</level-threads>
 */
export class LevelThreads extends HTMLElement {
  room = matchMedia("(min-width: 64rem)");
  /** @type {(item: HTMLElement | null) => HTMLElement | null} */
  placeOf = () => null;
  /** @type {HTMLElement | null} */
  active = null;
  frame = 0;
  /** One, however often it is asked for during a press. */
  follow = () => this.level();

  connectedCallback() {
    this.watch = new ResizeObserver(() => this.plan());
    // The lines, and what unfolds above them.
    for (const one of [this, ...document.querySelectorAll("reading-lines, #preface")]) this.watch.observe(one);
  }

  disconnectedCallback() {
    this.watch?.disconnect();
    cancelAnimationFrame(this.frame);
  }

  plan() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => afterPress(this.follow));
  }

  level() {
    if (this.room.matches) arrange(this, this.placeOf, this.active);
    else release(this);
    fire(this, "levelled", null);
  }
}

customElements.define("level-threads", LevelThreads);
