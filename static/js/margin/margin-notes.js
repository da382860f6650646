import { answer } from "./threads/answers.js";
import { Drafts } from "./writing/drafts.js";
import { CommentWriting } from "./writing/comment-writing.js";
import "../common/local-time.js";
import { afterPress } from "../common/pointer-press.js";
import { crowd } from "./threads/crowd.js";
import { fire, hear } from "./events.js";
import { Forms } from "./writing/forms.js";
import { keepWords } from "./writing/keep-words.js";
import "./threads/level-threads.js";
import "./lines/line-addresses.js";
import "./lines/line-pointing.js";
import "./margin-sheet.js";
import { Marks } from "./marks.js";
import "./pages/page-boxes.js";
import { selected } from "./lines/pointing.js";
import { Presses } from "./threads/presses.js";
import { place } from "./threads/threads.js";
import { warn } from "./threads/troubles.js";
import "./writing/unsaved-words.js";

const DOUBLE_CLICK = 300; // milliseconds in which words must not move away from a second click

/**
 * <margin-notes>: what is said beside the lines of a version. Opens forms at what is pointed at, shows
 * threads that are read, puts in what others have said since. The elements inside tell it what is
 * wanted, by the events of events.js; it says `shown` and `left`. data-reader and the margin's
 * data-version name whose drafts these are; the other data are its words.
 */
export class MarginNotes extends HTMLElement {
  room = matchMedia("(min-width: 64rem)");
  /** What is read or written now: a thread or a form. @type {HTMLElement | null} */
  active = null;
  /** The form that was asked for last and is not there yet. @type {object | null} */
  wanted = null;
  /** What had the focus when a form was opened. @type {Element | null} */
  opener = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    const margin = /** @type {HTMLElement} */ (this.querySelector(".margin"));
    this.threads = /** @type {import("./threads/level-threads.js").LevelThreads} */ (this.querySelector("level-threads"));
    this.threads.placeOf = (item) => this.lineOf(item);
    this.lines = /** @type {HTMLElement} */ (document.querySelector("reading-lines"));
    this.marks = new Marks([...this.lines.querySelectorAll(".line")]);
    const drafts = new Drafts(localStorage, `${this.dataset.reader}/${margin.dataset.version}`);
    this.forms = new Forms(this.threads, drafts, this.dataset, margin.dataset.threads ?? "");
    this.boxes = /** @type {import("./pages/page-boxes.js").PageBoxes} */ (this.querySelector("page-boxes"));
    this.addresses = /** @type {import("./lines/line-addresses.js").LineAddresses} */ (this.querySelector("line-addresses"));
    this.unsaved = /** @type {import("./writing/unsaved-words.js").UnsavedWords} */ (this.querySelector("unsaved-words"));
    this.unsaved.drafts = drafts;
    this.presses = new Presses((parts) => this.hear(parts, { isOwn: true }), (pressed, trouble) => this.warn(pressed, trouble));
    this.listen(signal);
    crowd(this.threads, (thread) => this.enter(thread, null), signal);
    this.mark();
    this.dataset.ready = ""; // shown from here on, and laid out in the next frame, or for what is opened now
    this.begin(margin.querySelector("form.comment-form"));
  }

  disconnectedCallback() {
    this.leaving?.abort();
    clearTimeout(this.timer);
    this.marks?.paintKinds([]);
    for (const name of ["lit", "pointed"]) this.marks?.paint(name, []);
    delete this.dataset.ready;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    for (const name of ["click", "keydown"]) this.addEventListener(name, this);
    document.getElementById("asked")?.addEventListener("click", this, { signal });
    this.room.addEventListener("change", () => this.leave(), { signal });
    this.lines?.addEventListener("laid", () => this.mark(), { signal }); // in other elements than before
    hear(this, {
      "line-chosen": (pressed) => this.choose(pressed),
      "comment-wanted": (about) => this.write(about),
      "keep-wanted": () => keepWords(this),
      "threads-wanted": ({ threads, place }) => this.show(threads, place ?? this.lineOf(threads[0] ?? null)),
      "draft-wanted": (name) => this.resume(name),
      news: (parts) => this.hear(parts),
      kept: (parts) => this.kept(parts),
      arrived: (parts) => this.hear(parts, { isOwn: true }),
      closed: () => this.back(),
      said: (words) => this.tell(words),
    }, signal);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent && event.key === "Escape" && this.active) this.back();
    else if (event instanceof MouseEvent) this.act(event);
  }

  // ---- pointing at lines

  /** What is said about a line or a phrase, or else a form to say something. @param {import("./events.js").Told["line-chosen"]} pressed */
  choose({ line, phrase }) {
    const here = this.all.filter((thread) => (phrase ? this.marks?.meets(thread, phrase.place) : this.marks?.isAt(thread, line)));
    if (here.length) this.show(here, line);
    else if (this.forms?.address) this.write({ line, phrase });
    else this.addresses?.offerAt(line);
  }

  /** Opens a form for the words that are selected, or else for this. @param {import("./events.js").About} about */
  write({ line, phrase, text, page, box }) {
    if (!this.forms?.address || !this.lines) return;
    const words = page ? null : selected(this.lines);
    if (page) this.open(this.forms.onPage(page, box));
    else if (words) this.open(this.forms.onWords(words));
    else if (phrase) this.open(this.forms.onWords(phrase, line));
    else if (line) this.open(this.forms.onLine(line, text));
  }

  // ---- in the margin

  /** @returns {HTMLElement[]} */
  get all() {
    return [...(this.threads?.querySelectorAll("article.thread") ?? [])].filter((one) => one instanceof HTMLElement);
  }

  /** What a thread or a form stands at. @param {HTMLElement | null} item */
  lineOf(item) {
    return this.boxes?.placeOf(item) ?? null;
  }

  /** @param {MouseEvent} event */
  act(event) {
    const target = event.target instanceof Element ? event.target : null;
    const pressed = target?.closest("a, button");
    const thread = /** @type {HTMLElement | null} */ (target?.closest("article.thread") ?? null);
    if (event.ctrlKey || event.metaKey || event.shiftKey || target?.closest("comment-writing")) return;
    if (!pressed && thread && getSelection()?.isCollapsed) this.enter(thread, null);
    if (!pressed) return thread?.scrollIntoView({ block: "nearest" });
    if (answer(this, pressed, thread)) event.preventDefault();
  }

  /** @param {HTMLElement[]} threads @param {HTMLElement | null} line */
  show(threads, line) {
    this.wanted = null;
    this.leave();
    for (const thread of threads) thread.classList.add("is-shown");
    const more = line && this.forms?.more(line);
    if (more) threads[threads.length - 1]?.append(more);
    this.enter(threads[0] ?? null, line);
    this.active?.focus({ preventScroll: true });
    this.active?.scrollIntoView({ block: "nearest" });
  }

  // ---- forms

  /** False when there was no form to be had. @param {import("./writing/forms.js").Wanted} wanted @param {{ isCalm?: boolean }} [how] calm: takes no focus */
  async open(wanted, { isCalm = false } = {}) {
    const current = this.forms?.current;
    if (current?.name === wanted.name) {
      current.area.focus();
      return true;
    }
    const opener = document.activeElement;
    this.wanted = wanted;
    const box = await this.forms?.form(wanted);
    if (this.wanted !== wanted) return true; // something else was chosen meanwhile
    if (!box) return false;
    this.leave();
    this.opener = opener;
    this.forms?.put(box);
    this.paint(box.draft);
    this.addresses?.offer(box, this.lineOf(box));
    box.closest("article")?.classList.add("is-shown");
    this.enter(box, this.lineOf(box));
    this.unsaved?.show(box.name);
    if (!isCalm) box.area.focus({ preventScroll: true });
    if (this.closest("margin-sheet[open]")) fire(this, "shown", this.marks?.around(box) ?? this.lineOf(box));
    else if (!isCalm) this.timer = setTimeout(() => afterPress(() => box.scrollIntoView({ block: "nearest" })), DOUBLE_CLICK);
    return true;
  }

  /** Marks what a form is about. @param {import("./writing/drafts.js").Draft} [draft] */
  paint(draft) {
    this.marks?.paintPlace("pointed", draft?.place);
    this.boxes?.point(draft?.place);
  }

  /** The form that came with the page, the thread it was asked for, or what was open when it was left. @param {HTMLFormElement | null} form */
  begin(form) {
    this.unsaved?.show();
    const left = this.forms?.drafts.all().find(([, draft]) => draft.isWaiting || draft.isOpen);
    if (this.forms?.current) this.threads?.level();
    else if (form && this.forms) this.open(this.forms.adopted(form));
    else if (this.addresses?.open()) return;
    else if (left) this.resume(left[0], { isCalm: true });
    else this.threads?.plan(); // with the next frame, so that a press is answered before many are laid out
  }

  /** @param {string} name @param {{ isCalm?: boolean }} [how] */
  resume(name, how) {
    const draft = this.forms?.drafts.held(name);
    if (draft) this.open({ name, draft }, how);
  }

  /** @param {HTMLElement | null} item @param {HTMLElement | null} line */
  enter(item, line) {
    this.active?.classList.remove("is-active");
    this.active = item;
    if (this.threads) this.threads.active = item;
    item?.classList.add("is-active");
    this.boxes?.light("is-active", [item]);
    item?.parentElement?.closest("details")?.setAttribute("open", "");
    if (line || item instanceof CommentWriting) fire(this, "shown", this.marks?.around(item, line) ?? line);
    this.threads?.level();
  }

  /** Nothing is read or written any more; what was typed is held, and what was sent still goes. */
  leave() {
    const box = this.forms?.current;
    box?.hold();
    box?.remove();
    this.paint();
    for (const old of this.querySelectorAll(".thread-more")) old.remove();
    for (const old of this.querySelectorAll(".is-active, .is-shown")) old.classList.remove("is-active", "is-shown");
    this.active = null;
    if (this.threads) this.threads.active = null;
    fire(this, "left", null);
    this.unsaved?.show();
    this.threads?.plan();
  }

  /** From an answer back to its thread, from what stands alone to its line, or to what opened it. */
  back() {
    const line = this.lineOf(this.active);
    const thread = this.active?.parentElement?.closest("article");
    if (thread) return this.show([thread], line);
    this.wanted = null;
    this.leave();
    const next = line?.isConnected ? line : (document.getElementById(this.opener?.id ?? "") ?? this.opener);
    if (!(next instanceof HTMLElement)) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  /** @param {Element[]} parts */
  kept(parts) {
    const { wanted } = this; // asked for meanwhile
    this.hear(parts, { isOwn: true });
    this.back();
    this.wanted = wanted;
  }

  // ---- what others say

  /** @param {Element[]} parts @param {{ isOwn?: boolean }} [how] */
  hear(parts, { isOwn = false } = {}) {
    if (!this.threads) return;
    const known = new Set([...this.threads.querySelectorAll(".comment")].map(({ id }) => id));
    const line = this.lineOf(this.active);
    const changed = place(parts, this.threads);
    if (this.active?.isConnected === false) this.lose(line);
    const fresh = changed.flatMap((thread) => [...thread.querySelectorAll(".comment")]).filter(({ id }) => !known.has(id));
    if (isOwn) this.unsaved?.show(this.forms?.current?.name);
    if (isOwn) this.tell(this.dataset.saved ?? "");
    else if (fresh.length) this.tell((this.dataset.news ?? "").replace("{count}", String(fresh.length)));
    if (!isOwn) for (const comment of fresh) comment.classList.add("is-new");
    this.mark();
    this.threads?.plan();
  }

  /** What was read is gone. @param {HTMLElement | null} line  where it stood */
  lose(line) {
    const hadFocus = document.activeElement === document.body;
    this.leave();
    if (hadFocus) line?.focus({ preventScroll: true });
  }

  /** @param {Element} pressed @param {import("./threads/presses.js").Trouble | null} trouble */
  warn(pressed, trouble) {
    warn(pressed, (trouble && this.dataset[trouble]) ?? "");
    this.threads?.plan();
  }

  /** @param {string} words */
  tell(words) {
    const told = this.querySelector(":scope > [role=status]");
    if (told) told.textContent = words;
  }

  mark() {
    const open = this.all.filter((thread) => !thread.classList.contains("is-resolved"));
    this.marks?.paintKinds(open);
    this.marks?.count(this.all, this.dataset.count ?? "");
    this.boxes?.draw(this.all);
  }
}

customElements.define("margin-notes", MarginNotes);
