import { fire } from "../events.js";
import { addressOf } from "./place-addresses.js";

const SHOWN = 2500; // milliseconds

/**
 * <line-addresses>: lines, pages, threads and comments have addresses. One that is opened is gone to,
 * by `threads-wanted` when it is a thread's; that of a line is copied with the key L, by a press on
 * its number, or by a button where it is written about, and `said`.
 *
 *     <line-addresses data-copy-line="Copy link to line {number}" data-copied-line="…" data-shown-line="…"></line-addresses>
 */
export class LineAddresses extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.note = document.createElement("p");
    this.note.className = "line-note";
    this.note.hidden = true;
    document.body.append(this.note);
    const lines = document.querySelector("reading-lines");
    for (const name of ["keydown", "click", "pointerover"]) lines?.addEventListener(name, this, { capture: true, signal });
    addEventListener("hashchange", () => this.open(), { signal });
  }

  disconnectedCallback() {
    this.leaving?.abort();
    clearTimeout(this.timer);
    this.note?.remove();
  }

  /** Goes to what the address of the page names. Whether that is a thread, which is open then. */
  open() {
    const named = document.getElementById(location.hash.slice(1));
    const thread = named?.closest("article");
    const place = named?.closest(".page") === named ? named?.querySelector("h2") : named?.closest(".line");
    if (thread instanceof HTMLElement) fire(this, "threads-wanted", { threads: [thread] });
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
    button.addEventListener("click", () => this.copy(line), { signal: this.leaving?.signal });
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
    fire(this, "said", words);
    this.show(line, words);
  }

  /** Beside the line for a moment. @param {HTMLElement} line @param {string | Node} what */
  show(line, what) {
    const { note } = this;
    if (!note || !this.isConnected) return;
    const { left, bottom } = line.getBoundingClientRect();
    note.replaceChildren(what);
    note.hidden = false;
    if (typeof what === "string") note.setAttribute("aria-hidden", "true"); // it is told aloud
    else note.removeAttribute("aria-hidden");
    note.style.top = `${bottom + scrollY + 4}px`;
    note.style.left = `${Math.max(8, Math.min(left + scrollX, document.documentElement.clientWidth - note.offsetWidth - 8))}px`;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (note.hidden = true), typeof what === "string" ? SHOWN : 3 * SHOWN);
  }

  /** @param {string} name @param {HTMLElement} line */
  say(name, line) {
    return (this.dataset[name] ?? "").replace("{number}", numberOf(line));
  }
}

/** @param {HTMLElement} line */
function numberOf(line) {
  return line.getAttribute("data-number") ?? "";
}

/** @param {HTMLElement} place */
function go(place) {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: place.matches(".line") ? "center" : "start" });
}

customElements.define("line-addresses", LineAddresses);
