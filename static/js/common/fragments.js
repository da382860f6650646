import { pressEnds } from "./pointer-press.js";

/** Fragments: parts of pages that the server answers with, and how one takes the place of another. */

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {boolean} isElsewhere  it came from another page: the one to sign in
 * @property {string | null} there  where the whole page is to go instead
 * @property {Element[]} parts
 */

/**
 * Asks for a fragment. The answer comes after a press that is under way, for it may replace what is
 * pressed. Rejects when none came.
 *
 * @param {string} address
 * @param {FormData} [body]  with it the request is a POST
 * @param {{ isLast?: boolean }} [how]  isLast: sent even when the page is gone before the answer is here
 * @returns {Promise<Answer>}
 */
export async function ask(address, body, { isLast = false } = {}) {
  const answer = await fetch(address, {
    method: body ? "POST" : "GET",
    body: body ?? null,
    headers: { "Fragment-For": location.href }, // a part is enough, about the version that is read here
    keepalive: isLast,
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  await pressEnds();
  const there = answer.headers.get("Go-To");
  return {
    status: answer.status,
    isElsewhere: answer.redirected || there !== null,
    there,
    parts: [...page.body.children].map((part) => document.adoptNode(part)),
  };
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Puts `fresh` where `old` is. Had something in it the focus, what has its id now gets it, or else the
 * first in it that can, or all of it: never the beginning of the page.
 *
 * @param {Element} old
 * @param {Element} fresh
 */
export function swap(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(fresh);
  if (!focused) return;
  const same = focused.id ? document.getElementById(focused.id) : null;
  if ([same, fresh, ...fresh.querySelectorAll(FOCUSABLE)].some(takesFocus)) return;
  fresh.setAttribute("tabindex", "-1");
  takesFocus(fresh);
}

/** Whether this has the focus now: what is not shown cannot. @param {Element | null} one */
function takesFocus(one) {
  if (one instanceof HTMLElement) one.focus({ preventScroll: true });
  return one !== null && document.activeElement === one;
}
