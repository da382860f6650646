import { addressOf } from "./place-addresses.js";

const SHOWN = 2500; // milliseconds

/**
 * @typedef {object} Margin  what shows threads
 * @property {DOMStringMap} dataset
 * @property {(thread: HTMLElement) => HTMLElement | null} lineOf
 * @property {(threads: HTMLElement[], place: HTMLElement | null) => void} show
 * @property {(words: string) => void} tell
 */

/**
 * Lines, pages, threads and comments have addresses: one that is opened is gone to, and that of a line
 * is copied with the key L, by a press on its number, or by a button where it is written about.
 */
export class Addresses {
  /** @param {HTMLElement} lines @param {Margin} margin */
  constructor(lines, margin) {
    this.lines = lines;
    this.margin = margin;
    this.words = margin.dataset;
    this.note = document.createElement("p");
    this.note.className = "line-note";
    this.note.hidden = true;
    document.body.append(this.note);
    for (const name of ["keydown", "click", "pointerover"]) lines.addEventListener(name, this, { capture: true });
    addEventListener("hashchange", () => this.open());
  }

  /** Goes to what the address of the page names. Whether that is a thread, which is open then. */
  open() {
    const named = document.getElementById(location.hash.slice(1));
    const thread = named?.closest("article");
    const place = named?.closest(".leaf") === named ? named?.querySelector("h2") : named?.closest(".line");
    if (thread instanceof HTMLElement) this.margin.show([thread], this.margin.lineOf(thread));
    else if (place instanceof HTMLElement) go(place);
    return Boolean(thread);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = event.target instanceof Element ? event.target : null;
    const line = target?.closest(".line");
    const number = target?.closest(".line-number");
    if (!(line instanceof HTMLElement)) return;
    if (event.type === "pointerover") {
      if (number instanceof HTMLElement) number.title ||= this.say("copyLine", line);
    } else if (event instanceof KeyboardEvent) {
      if (event.key !== "l" || event.ctrlKey || event.metaKey || event.altKey || target !== line) return;
      this.copy(line);
    } else if (number && event instanceof PointerEvent && event.pointerType === "mouse") {
      event.stopPropagation(); // the line itself is not meant
      this.copy(line);
    }
  }

  /** A button in a form about a line that copies its address. @param {HTMLElement} form @param {HTMLElement | null} line */
  offer(form, line) {
    const about = form.querySelector(".comment-about");
    if (!about || !line?.matches(".line")) return;
    about.append(" ", this.button(line));
  }

  /** For whoever presses a line and may say nothing there. @param {HTMLElement} line */
  offerAt(line) {
    this.show(line, this.button(line));
  }

  /** @param {HTMLElement} line */
  button(line) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-link";
    button.textContent = this.say("copyLine", line);
    button.addEventListener("click", () => this.copy(line));
    return button;
  }

  /** @param {HTMLElement} line */
  async copy(line) {
    const address = addressOf(location.href, numberOf(line));
    try {
      await navigator.clipboard.writeText(address);
      this.tell("copiedLine", line);
    } catch {
      history.replaceState(null, "", address); // where the browser keeps its clipboard to itself
      this.tell("shownLine", line);
    }
  }

  /** @param {string} name @param {HTMLElement} line */
  tell(name, line) {
    const words = this.say(name, line);
    this.margin.tell(words);
    this.show(line, words);
  }

  /** Beside the line for a moment. @param {HTMLElement} line @param {string | Node} what */
  show(line, what) {
    const { left, bottom } = line.getBoundingClientRect();
    this.note.replaceChildren(what);
    this.note.hidden = false;
    if (typeof what === "string") this.note.setAttribute("aria-hidden", "true"); // the margin tells it aloud
    else this.note.removeAttribute("aria-hidden");
    this.note.style.top = `${bottom + scrollY + 4}px`;
    this.note.style.left = `${Math.max(8, Math.min(left + scrollX, document.documentElement.clientWidth - this.note.offsetWidth - 8))}px`;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.note.hidden = true), typeof what === "string" ? SHOWN : 3 * SHOWN);
  }

  /** @param {string} name @param {HTMLElement} line */
  say(name, line) {
    return (this.words[name] ?? "").replace("{number}", numberOf(line));
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
}

/** @param {HTMLElement} line */
function numberOf(line) {
  return line.getAttribute("value") ?? "";
}

/** @param {HTMLElement} place */
function go(place) {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: place.matches(".line") ? "center" : "start" });
}
