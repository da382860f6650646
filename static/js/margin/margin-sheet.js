import { hear } from "./events.js";
import { scrollInto } from "./threads/level.js";
import { afterPress } from "../common/pointer-press.js";

/**
 * <margin-sheet>: on a narrow screen what stands in it comes as a sheet from below, from `shown` to
 * `left`, two events of what is inside. It never hides the words it is about: these are scrolled into
 * what it leaves free. Where there is room beside the lines, it does nothing.
 *
 *     <margin-sheet><margin-notes>…<button type="button" class="sheet-close" aria-label="Close"></button></margin-notes></margin-sheet>
 */
customElements.define(
  "margin-sheet",
  class extends HTMLElement {
    room = matchMedia("(min-width: 64rem)");
    /** What it is about. @type {Element | Range | null} */
    words = null;

    connectedCallback() {
      this.leaving = new AbortController();
      const { signal } = this.leaving;
      hear(this, { shown: (words) => this.open(words), left: () => this.close() }, signal);
      const fit = () => this.fit();
      const grow = () => this.grow();
      for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, () => afterPress(fit), { signal });
      // What grows with what is typed or unfolded must not come to lie over the words.
      this.watch = new ResizeObserver(() => afterPress(grow));
      this.watch.observe(this);
    }

    disconnectedCallback() {
      this.leaving?.abort();
      this.watch?.disconnect();
      this.close();
    }

    get isOpen() {
      return this.hasAttribute("open");
    }

    /** @param {Element | Range | null} words  null: something that is not in the lines */
    open(words) {
      if (this.room.matches) return;
      this.words = words;
      this.toggleAttribute("open", true);
      this.scrollTop = 0;
      this.fit();
      this.reveal();
    }

    close() {
      this.toggleAttribute("open", false);
      document.documentElement.style.removeProperty("--sheet");
    }

    /** Stands on the keyboard of the phone, and leaves the page room to scroll above it. */
    fit() {
      if (!this.isOpen) return;
      const seen = visualViewport;
      const hidden = seen ? Math.max(0, innerHeight - seen.height - seen.offsetTop) : 0;
      this.style.setProperty("--keyboard", `${hidden}px`);
      this.style.setProperty("--seen", `${seen?.height ?? innerHeight}px`);
      document.documentElement.style.setProperty("--sheet", `${this.offsetHeight + hidden}px`);
      if (hidden) this.reveal();
    }

    grow() {
      if (!this.isOpen) return;
      this.fit();
      this.reveal();
    }

    /** Scrolls the words into what is free. */
    reveal() {
      if (!this.words) return;
      const bar = document.querySelector(".topbar")?.getBoundingClientRect().bottom ?? 0;
      const free = { top: Math.max(0, bar) + 8, bottom: this.getBoundingClientRect().top - 8 };
      const { top, bottom } = this.words.getBoundingClientRect();
      scrollBy({ top: scrollInto({ top, bottom }, free), behavior: "instant" });
    }
  },
);
