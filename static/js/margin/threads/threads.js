import { swap } from "../../common/fragments.js";

/** Where threads and the other parts of an answer go in the page that shows them. */

/**
 * Puts each part where the element with its id is; new threads go where their words are in the text.
 *
 * @param {Element[]} parts
 * @param {Element} threads
 * @returns {HTMLElement[]}  the threads among them that are in the page now
 */
export function place(parts, threads) {
  const shown = [];
  for (const part of parts) {
    const old = part.id ? document.getElementById(part.id) : null;
    const isThread = part.classList.contains("thread");
    if (part.hasAttribute("data-gone")) old?.remove();
    else if (old && isThread && isInTray(old) !== isUnplaced(part)) move(old, part, threads);
    else if (old && isThread) mend(old, part);
    else if (old) swap(old, part);
    else if (isThread && !part.hasAttribute("data-aside")) insert(part, threads);
    else if (part.id === "review-bar") document.querySelector(".margin-row")?.after(part);
    const now = isThread && document.getElementById(part.id);
    if (now) shown.push(now);
  }
  count(threads.querySelector(".tray"));
  return shown;
}

/** A thread got a place or lost it; the focus goes with it, and all of it stays in sight. @param {Element} old @param {Element} part @param {Element} threads */
function move(old, part, threads) {
  const hadFocus = old.contains(document.activeElement);
  old.remove();
  insert(part, threads);
  part.classList.toggle("is-shown", hadFocus);
  if (hadFocus && part instanceof HTMLElement) part.focus({ preventScroll: true });
}

/** @param {Element} thread */
function isInTray(thread) {
  return thread.closest(".tray") !== null;
}

/** @param {Element} part */
function isUnplaced(part) {
  return part.hasAttribute("data-unplaced");
}

/** @param {Element | null} tray */
function count(tray) {
  const held = tray?.querySelectorAll(".thread").length ?? 0;
  tray?.toggleAttribute("hidden", held === 0);
  const told = tray?.querySelector(".tray-count");
  if (told) told.textContent = String(held);
}

/** Brings `old` up to date around the form that somebody may be writing in. @param {Element} old @param {Element} fresh */
function mend(old, fresh) {
  const hadFocus = old.contains(document.activeElement) && !document.activeElement?.closest("form");
  for (const state of ["is-active", "is-shown"]) if (old.classList.contains(state)) fresh.classList.add(state);
  for (const name of old.getAttributeNames()) if (name !== "style") old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  const writing = /** @type {HTMLElement | null} */ (old.querySelector(":scope > comment-writing"));
  const before = [];
  const after = [...fresh.childNodes];
  const below = after.findIndex((node) => node instanceof Element && node.id === writing?.dataset.below);
  if (writing && below < 0) before.push(...after.splice(0, after.findIndex(isActs)));
  else if (writing) before.push(...after.splice(0, below + 1));
  const more = old.querySelector(":scope > .thread-more");
  for (const node of [...old.childNodes]) if (node !== writing && node !== more) node.remove();
  if (writing) writing.before(...before);
  if (more) more.before(...after);
  else old.append(...after);
  if (hadFocus && old instanceof HTMLElement) old.focus({ preventScroll: true });
}

/** @param {Node} node */
function isActs(node) {
  return node instanceof Element && node.classList.contains("thread-acts");
}

/** @param {Element} thread @param {Element} threads */
function insert(thread, threads) {
  const tray = threads.querySelector(".tray");
  if (tray && isUnplaced(thread)) return tray.append(thread);
  const order = orderOf(thread);
  const later = [...threads.querySelectorAll(":scope > .thread")].find((other) => comesBefore(order, orderOf(other)));
  if (later) later.before(thread);
  else threads.append(thread);
}

/** Page by page: the page itself, its parts from top to bottom, its words. @param {Element} thread */
function orderOf(thread) {
  const { line, page, box, start } = /** @type {HTMLElement} */ (thread).dataset;
  const shown = page ? `page-${page}` : document.getElementById(`line-${line}`)?.closest(".page")?.id;
  return [Number(shown?.replace("page-", "") ?? 0), Number(start ?? -1), Number(box?.split(",")[1] ?? 0)];
}

/** @param {number[]} one @param {number[]} other */
function comesBefore(one, other) {
  const at = one.findIndex((fact, place) => fact !== other[place]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
