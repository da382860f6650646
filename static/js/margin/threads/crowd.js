import { afterPress } from "../../common/pointer-press.js";

/**
 * In any margin a thread is short until it is read (short-threads.css), and those before the one that is read may leave by
 * the top (`is-overfull`). Where there are more than a margin has room for, each is two lines, and those
 * far from the window are not laid out before the page has come to rest (crowd.css, where `is-crowded`
 * is from the server).
 */

const AT_ONCE = 60; // threads laid out in one idle moment: some 20 ms

/** @param {HTMLElement} threads @param {(thread: HTMLElement) => void} enter @param {AbortSignal} signal  ends it */
export function crowd(threads, enter, signal) {
  openByKeyboard(threads, enter, signal);
  if (!threads.classList.contains("is-crowded")) return;
  // Not before the page has its fonts (first-sight.js): it would be laid out once more.
  const begin = () => layOut([...threads.querySelectorAll(":scope > .thread")]);
  document.addEventListener("lettered", begin, { once: true, signal });
}

/** One that is short, or has left by the top with the tray, is read when the keyboard comes to it. @param {HTMLElement} threads @param {(thread: HTMLElement) => void} enter @param {AbortSignal} signal */
function openByKeyboard(threads, enter, signal) {
  threads.addEventListener("focusin", ({ target }) => {
    /** @type {HTMLElement | null} */
    const thread = target instanceof Element && target.matches(":focus-visible") ? target.closest("article, .tray") : null;
    if (thread && !thread.matches(".is-active, :has(.is-active)")) enter(thread);
  }, { signal });
}

/** So that scrolling finds them ready: 2 ms of work to a frame instead of 12. @param {Element[]} threads */
function layOut(threads) {
  const later = globalThis.requestIdleCallback ?? setTimeout; // Safari has none
  const next = () => {
    for (const thread of threads.splice(0, AT_ONCE)) thread.classList.add("is-laid-out");
    if (threads.length) layOut(threads);
  };
  later(() => afterPress(next));
}
