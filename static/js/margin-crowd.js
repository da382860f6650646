/**
 * A margin with more threads than it has room for: each is shown in two lines, and those far from the
 * window are not laid out before the page has come to rest (crowd.css, where `is-crowded` is from the
 * server). In any margin those before the one that is read may leave by the top (`is-overfull`).
 */

const AT_ONCE = 60; // threads laid out in one idle moment: some 20 ms

/** @param {HTMLElement} threads @param {(thread: HTMLElement) => void} enter */
export function crowd(threads, enter) {
  openByKeyboard(threads, enter);
  if (!threads.classList.contains("is-crowded")) return;
  document.fonts.ready.then(() => layOut([...threads.querySelectorAll(":scope > .thread")]));
}

/** One that is short, or has left by the top, is opened when the keyboard comes to it. @param {HTMLElement} threads @param {(thread: HTMLElement) => void} enter */
function openByKeyboard(threads, enter) {
  threads.addEventListener("focusin", ({ target }) => {
    const thread = target instanceof Element && target.matches(":focus-visible") ? target.closest("article") : null;
    const isOutOfPlace = threads.matches(".is-crowded, .is-overfull");
    if (thread && isOutOfPlace && !thread.classList.contains("is-active")) enter(thread);
  });
}

/** So that scrolling finds them ready: 2 ms of work to a frame instead of 12. @param {Element[]} threads */
function layOut(threads) {
  const later = globalThis.requestIdleCallback ?? setTimeout; // Safari has none
  later(() => {
    for (const thread of threads.splice(0, AT_ONCE)) thread.classList.add("is-laid-out");
    if (threads.length) layOut(threads);
  });
}
