import { fire } from "../events.js";
import { FOLDED, isBlank, KEEP, suggests } from "./drafts.js";
import { ask } from "../../common/fragments.js";
import { underWay } from "../under-way.js";

/** @typedef {import("./drafts.js").Draft} Draft */

const MOST_SECONDS = 30;

/**
 * <comment-writing>: a form in which a comment, a reply or an edit is written. What is typed stays in
 * this browser until the server has confirmed it; what cannot be sent is sent again, with the same
 * key. Says `kept` with the answer's parts, and `closed` when it is left. Left while it is under way, or
 * waits for a connection, it goes on, and its margin hears `arrived` of it.
 */
export class CommentWriting extends HTMLElement {
  /** @type {import("./drafts.js").Drafts | undefined} */
  drafts;
  /** @type {Draft | undefined} */
  draft;
  name = "";
  /** Sentences about trouble. @type {DOMStringMap} */
  words = {};
  /** The line that it could be about alone. @type {HTMLElement | undefined} */
  only;
  isSending = false;
  isDone = false;
  failures = 0;
  /** What stood in the form of an edit, before anything was changed. @type {string | undefined} */
  untouched;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  connectedCallback() {
    this.leaving = new AbortController();
    this.margin = this.closest("margin-notes");
    for (const name of ["input", "submit", "click", "keydown"]) this.addEventListener(name, this);
    this.addEventListener("toggle", this, { capture: true }); // it does not bubble
    addEventListener("online", this, { signal: this.leaving.signal });
    this.show();
    if (this.draft?.what === "edit" && !this.draft.text) this.untouched = JSON.stringify(this.typed);
    if (this.draft?.isWaiting) this.send();
  }

  disconnectedCallback() {
    if (!this.draft?.isWaiting) this.end();
  }

  /** Nothing of it is sent any more. */
  end() {
    this.leaving?.abort();
    clearTimeout(this.timer);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get area() {
    return /** @type {HTMLTextAreaElement} */ (this.form.elements.namedItem("text"));
  }

  /** Nothing is said, or nothing else than before. */
  get isEmpty() {
    if (this.untouched === JSON.stringify(this.typed)) return true;
    return !this.draft || isBlank({ ...this.draft, ...this.typed });
  }

  /** What stands in the form. */
  get typed() {
    const more = Object.fromEntries(FOLDED.map((name) => [name, this.get(name)]));
    return { text: this.area.value, kind: this.get("kind"), revision: this.get("revision"), more };
  }

  /** @param {Event} event */
  handleEvent(event) {
    const pressed = event.target instanceof Element ? event.target : null;
    if (event.type === "input") this.change();
    else if (event.type === "online") this.again();
    else if (event.type === "toggle") this.unfold(event);
    else if (event instanceof KeyboardEvent) this.press(event);
    else if (event instanceof SubmitEvent) {
      event.preventDefault();
      if (event.submitter?.matches(".comment-stay")) return; // Enter on a choice
      if (event.submitter?.matches(".comment-keep")) this.set("kind", KEEP);
      this.send(event.submitter);
    } else if (pressed?.closest(".line-only")) this.narrow();
    else if (pressed?.closest(".comment-cancel")) {
      event.preventDefault();
      this.close();
    }
  }

  /** Fills the form with what is held and where it belongs. */
  show() {
    const { draft, form } = this;
    if (!draft) return;
    form.setAttribute("action", draft.address);
    for (const [name, value] of Object.entries(draft.place)) this.set(name, value);
    for (const name of /** @type {const} */ (["key", "revision"])) if (draft[name]) this.set(name, draft[name]);
    if (draft.text) this.area.value = draft.text;
    if (draft.kind) this.set("kind", draft.kind);
    for (const [name, value] of Object.entries(draft.more ?? {})) this.set(name, value);
    this.fold();
    const about = form.querySelector(".comment-about b");
    const quote = /** @type {HTMLElement | null} */ (form.querySelector(".thread-quote"));
    if (about && draft.about) about.textContent = draft.about;
    if (quote && draft.quote) quote.textContent = draft.quote;
    if (quote) quote.hidden = !quote.textContent;
    this.area.setAttribute("aria-keyshortcuts", "Control+Enter");
  }

  /** Shows what is in use, and offers other words where there are some. */
  fold() {
    const { more } = this.typed;
    const wording = /** @type {HTMLDetailsElement | null} */ (this.form.querySelector(".fold-wording"));
    const why = /** @type {HTMLDetailsElement | null} */ (this.form.querySelector(".fold-why"));
    if (wording) wording.hidden = !more.instead_of;
    if (wording && suggests(more)) wording.open = true;
    if (why && more.why) why.open = true;
  }

  /** Into what was unfolded one writes at once. @param {Event} event */
  unfold({ target }) {
    const isPressed = target instanceof HTMLDetailsElement && document.activeElement?.parentElement === target;
    if (isPressed && target.open) target.querySelector("textarea")?.focus();
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof RadioNodeList) field.value = value;
  }

  /** @param {string} name */
  get(name) {
    return String(new FormData(this.form).get(name) ?? "");
  }

  /** @param {Partial<Draft>} [how] */
  keep(how = {}) {
    if (!this.draft || !this.isHeld) return;
    this.draft = { ...this.draft, ...this.typed, isOpen: this.isConnected, isWaiting: false, ...how };
    if (this.drafts) this.name = this.drafts.hold(this.name, this.draft);
  }

  /** What was to be sent by itself is not any more once other words stand there. */
  change() {
    const wasWaiting = this.draft?.isWaiting && !this.isSending;
    clearTimeout(this.timer);
    this.keep();
    if (wasWaiting) this.tell("changed");
  }

  /** Held until it is opened again; what waits goes on waiting. */
  hold() {
    const isWaiting = this.draft?.isWaiting ?? false;
    if (!this.isEmpty && !this.isDone) this.keep({ isOpen: false, isWaiting });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.key === "Escape" && !event.isComposing) this.close();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The same words about one line alone. */
  narrow() {
    const text = this.area.value;
    this.area.value = "";
    this.keep();
    fire(this, "comment-wanted", { line: this.only, text });
  }

  /** Leaves the form; what was typed stays in this browser, and is not sent by itself. */
  close() {
    if (this.draft && !this.isEmpty) this.keep({ isOpen: false });
    fire(this, "closed", null);
  }

  /** Whether what is held of it is this form's: it may have been left, and opened again in another. */
  get isHeld() {
    return this.isConnected || (this.drafts?.isAsHeld(this.name, this.draft) ?? false);
  }

  again() {
    if (!this.isHeld) this.end();
    else if (this.draft?.isWaiting) this.send();
  }

  /** The one that says what will be done. */
  get button() {
    const buttons = /** @type {HTMLElement[]} */ ([...this.form.querySelectorAll(".button[type=submit]")]);
    return buttons.find((one) => one.getClientRects().length) ?? /** @type {HTMLElement} */ (buttons[0]);
  }

  /** @param {HTMLElement | null} [pressed]  that button, or the one that is shown */
  async send(pressed) {
    if (this.isSending || !this.draft) return;
    this.isSending = true;
    clearTimeout(this.timer);
    this.keep({ isWaiting: true });
    const sent = JSON.stringify(this.typed);
    const button = pressed ?? this.button;
    const end = underWay(button, this.words.saving, (words) => fire(this, "said", words));
    try {
      await this.hear(await ask(this.draft.address, new FormData(this.form)), sent);
    } catch {
      this.wait("offline", sent);
    } finally {
      this.isSending = false;
      end();
    }
  }

  /** @param {import("../../common/fragments.js").Answer} answer @param {string} sent */
  async hear({ status, isElsewhere, parts }, sent) {
    const form = parts.find((part) => part.matches("form.comment-form"));
    if (isElsewhere || status === 403) this.stop("shut");
    else if (status === 200 || status === 201) this.finish(parts, sent);
    else if (form) this.swap(form);
    else if (status === 404) this.stop("ended");
    else if (status >= 500) this.wait("failed", sent);
    else this.stop("refused", parts.map((part) => part.textContent).join(" "));
  }

  /** @param {Element[]} parts @param {string} sent */
  finish(parts, sent) {
    this.isDone = true;
    if (JSON.stringify(this.typed) !== sent) this.keep({ isOpen: false, key: crypto.randomUUID() }); // typed while it was under way
    else if (this.isHeld) this.drafts?.forget(this.name);
    if (this.isConnected) fire(this, "kept", parts);
    else if (this.margin?.isConnected) fire(this.margin, "arrived", parts);
    if (!this.isConnected) this.end();
  }

  /** The form as the server answered it: with errors, or with what is kept now beside what was typed. */
  swap(/** @type {Element} */ form) {
    const about = this.form.querySelector(".comment-about");
    const quote = this.form.querySelector(".thread-quote");
    this.form.replaceWith(form);
    if (about) form.querySelector(".comment-about")?.replaceWith(about);
    if (quote) form.querySelector(".thread-quote")?.replaceWith(quote);
    if (this.draft) this.form.setAttribute("action", this.draft.address);
    this.fold();
    this.keep();
    this.area.focus();
  }

  /** It would be the same again: waits for its writer. @param {string} trouble @param {string} [said] */
  stop(trouble, said) {
    this.keep();
    this.tell(trouble, said?.trim());
  }

  /** Sends it again by itself, unless other words stand there by now. @param {string} trouble @param {string} sent */
  wait(trouble, sent) {
    if (JSON.stringify(this.typed) !== sent) return this.tell("changed");
    if (this.isConnected) this.keep({ isWaiting: true });
    this.tell(trouble);
    this.failures += 1;
    const seconds = Math.min(MOST_SECONDS, 2 ** this.failures);
    this.timer = setTimeout(() => this.again(), 1000 * seconds);
  }

  /** @param {string} trouble @param {string} [said] */
  tell(trouble, said) {
    const place = this.querySelector("[role=alert]") ?? document.createElement("p");
    place.setAttribute("role", "alert");
    place.className = "comment-trouble";
    if (!place.isConnected) this.form.querySelector(".actions")?.before(place);
    const words = said || this.words[trouble] || "";
    if (place.textContent !== words) place.textContent = words;
  }
}

customElements.define("comment-writing", CommentWriting);
