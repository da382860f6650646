import { scrollInto } from "./level.js";
import { afterPress } from "../common/pointer-press.js";

/**
 * The margin on a narrow screen: a sheet from below with what is said about one place. It never hides
 * the words it is about: these are scrolled into what it leaves free.
 */
export class Sheet {
  /** @param {HTMLElement} margin  the element that becomes the sheet @param {string} close @param {() => void} left */
  constructor(margin, close, left) {
    this.margin = margin;
    /** @type {Element | null} */
    this.words = null;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "sheet-close";
    this.button.setAttribute("aria-label", close);
    this.button.hidden = true;
    this.button.addEventListener("click", left);
    margin.prepend(this.button);
    const fit = () => this.fit();
    const grow = () => this.grow();
    // What grows with what is typed or unfolded must not come to lie over the words.
    new ResizeObserver(() => afterPress(grow)).observe(margin);
    for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, () => afterPress(fit));
  }

  get isOpen() {
    return this.margin.classList.contains("is-sheet");
  }

  /** @param {Element | null} words  what it is about; null: something that is not in the lines */
  open(words) {
    this.words = words;
    this.margin.classList.add("is-sheet");
    this.button.hidden = false;
    this.margin.scrollTop = 0;
    this.fit();
    this.reveal();
  }

  close() {
    this.margin.classList.remove("is-sheet");
    this.button.hidden = true;
    document.documentElement.style.removeProperty("--sheet");
  }

  /** Stands on the keyboard of the phone, and leaves the page room to scroll above it. */
  fit() {
    if (!this.isOpen) return;
    const seen = visualViewport;
    const hidden = seen ? Math.max(0, innerHeight - seen.height - seen.offsetTop) : 0;
    this.margin.style.setProperty("--keyboard", `${hidden}px`);
    this.margin.style.setProperty("--seen", `${seen?.height ?? innerHeight}px`);
    document.documentElement.style.setProperty("--sheet", `${this.margin.offsetHeight + hidden}px`);
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
    const free = { top: Math.max(0, bar) + 8, bottom: this.margin.getBoundingClientRect().top - 8 };
    const { top, bottom } = this.words.getBoundingClientRect();
    scrollBy({ top: scrollInto({ top, bottom }, free), behavior: "instant" });
  }
}
