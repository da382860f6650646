import { fire } from "../events.js";
import { headOf, lay, pageOf, paperOf } from "./pages.js";
import { read } from "./box-geometry.js";
import { showParts } from "./part-pictures.js";

const KEPT = ["is-lit", "is-active"];

/**
 * <page-boxes>: what is said about pages, and about boxes drawn on them: an outline for each over the
 * picture of its page, and over each page how much there is. Where no picture is shown, all of it
 * stands at the page's heading. Pressed, these say `threads-wanted`, or `comment-wanted` about a page.
 *
 *     <page-boxes data-box="Part of page {number}. Comments: {count}" data-count="Comments: {count}"></page-boxes>
 */
export class PageBoxes extends HTMLElement {
  /** Outlines by the ids of their threads. @type {Map<string, HTMLElement>} */
  drawn = new Map();
  /** Threads about pages or boxes. @type {HTMLElement[]} */
  threads = [];
  /** How many to each page, once counted. @type {Map<Element, number> | undefined} */
  counts;
  /** What a form that is open is about. @type {HTMLElement | null} */
  pointed = null;

  connectedCallback() {
    this.leaving = new AbortController();
    document.querySelector("reading-lines")?.addEventListener("click", this, { signal: this.leaving.signal });
  }

  disconnectedCallback() {
    this.leaving?.abort();
    this.point();
    for (const outline of this.drawn.values()) outline.remove();
    this.drawn.clear();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = event.target instanceof Element ? event.target : null;
    const pressed = /** @type {HTMLElement | null | undefined} */ (target?.closest(".box, .page-count, .page-ask"));
    if (!pressed || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    const page = pageOf(pressed);
    const threads = this.threads.filter(({ id, dataset }) =>
      pressed.dataset.thread ? id === pressed.dataset.thread : dataset.page === page,
    );
    const place = pressed.matches(".box") ? pressed : (headOf(page) ?? pressed);
    if (pressed.matches(".page-ask")) fire(this, "comment-wanted", { page });
    else if (threads.length) fire(this, "threads-wanted", { threads, place });
    event.preventDefault();
  }

  /** Where a thread or a form stands in the text: a line, a box, or the heading of a page. @param {HTMLElement | null} item @returns {HTMLElement | null} */
  placeOf(item) {
    const own = item?.dataset.line || item?.dataset.page ? item : item?.closest("article");
    const { line, page, box } = own?.dataset ?? {};
    if (line) return document.getElementById(`line-${line}`);
    if (!own || !page) return null;
    const outline = box ? (this.drawn.get(own.id) ?? this.pointed) : null;
    return outline?.checkVisibility() ? outline : headOf(page);
  }

  /** The outline of a thread's box, where one is shown. @param {HTMLElement | null} thread */
  of(thread) {
    const outline = thread && this.drawn.get(thread.id);
    return outline?.checkVisibility() ? outline : undefined;
  }

  /** The thread whose box this is. @param {Element} target @returns {HTMLElement | null} */
  threadAt(target) {
    const id = /** @type {HTMLElement | null} */ (target.closest(".box"))?.dataset.thread;
    return id ? document.getElementById(id) : null;
  }

  /** Brings the outlines and counts up to date. @param {HTMLElement[]} threads */
  draw(threads) {
    this.threads = threads.filter(({ dataset }) => dataset.page);
    const gone = new Set(this.drawn.keys());
    for (const thread of this.threads) if (this.outline(thread)) gone.delete(thread.id);
    for (const id of gone) {
      this.drawn.get(id)?.remove();
      this.drawn.delete(id);
    }
    this.count();
    showParts(this.threads);
  }

  /** @param {HTMLElement} thread */
  outline(thread) {
    const { page = "", box } = thread.dataset;
    const place = read(box);
    const paper = paperOf(page);
    if (!place || !paper) return false;
    const outline = this.drawn.get(thread.id) ?? tabbed(thread.id);
    const count = String(thread.querySelectorAll(".comment").length);
    const tab = outline.querySelector(".box-tab");
    if (tab) tab.textContent = count;
    const said = this.dataset.box?.replace("{number}", page).replace("{count}", count) ?? "";
    outline.setAttribute("aria-label", said);
    outline.setAttribute("aria-description", thread.querySelector(".thread-kind")?.textContent ?? "");
    outline.className = ["box", ...KEPT.filter((look) => outline.classList.contains(look)), ...lookOf(thread)].join(" ");
    lay(outline, place);
    if (outline.parentElement !== paper) paper.append(outline);
    this.drawn.set(thread.id, outline);
    return true;
  }

  /** Says over each page how many there are; the server said it of those that came with the page. */
  count() {
    const pages = [...document.querySelectorAll("reading-lines .page")];
    const counts = new Map(pages.map((page) => [page, 0]));
    for (const { dataset } of this.threads) {
      const page = document.getElementById(`page-${dataset.page}`);
      if (page) counts.set(page, (counts.get(page) ?? 0) + 1);
    }
    for (const [page, count] of counts) {
      const told = /** @type {HTMLElement | null} */ (page.querySelector(".page-count"));
      if (!told || !this.counts || this.counts.get(page) === count) continue;
      told.textContent = this.dataset.count?.replace("{count}", String(count)) ?? "";
      told.hidden = count === 0;
    }
    this.counts = counts;
  }

  /** Draws what a form is about; without a place nothing. @param {import("../lines/places.js").Place} [place] */
  point(place) {
    this.pointed?.remove();
    this.pointed = null;
    const box = read(place?.box);
    if (!box || !place) return;
    this.pointed = document.createElement("div");
    this.pointed.className = "box is-pointed";
    lay(this.pointed, box);
    paperOf(place.page)?.append(this.pointed);
  }

  /** Shows which outlines belong to these threads. @param {string} look @param {(HTMLElement | null)[]} threads */
  light(look, threads) {
    const lit = new Set(threads.map((thread) => thread?.id));
    for (const [id, outline] of this.drawn) outline.classList.toggle(look, lit.has(id));
  }
}

/** What is seen of a thread at its box: its kind, and whether it is resolved. @param {HTMLElement} thread */
function lookOf({ classList }) {
  return [...classList].filter((name) => name === "is-resolved" || name.startsWith("kind-"));
}

/** @param {string} thread  its id */
function tabbed(thread) {
  const outline = document.createElement("button");
  outline.type = "button";
  outline.className = "box";
  outline.dataset.thread = thread;
  const tab = document.createElement("span");
  tab.className = "box-tab";
  outline.append(tab);
  return outline;
}

customElements.define("page-boxes", PageBoxes);
