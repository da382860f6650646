import { read } from "./box-geometry.js";

/**
 * In a thread about a part of a page, that part as it looks: shown where the page itself is not, by
 * styles (boxes in `critique.css`), so that nothing is fetched where nobody sees it.
 */

/** The threads that are about a part get its picture. @param {HTMLElement[]} threads */
export function showParts(threads) {
  for (const thread of threads) {
    const part = thread.querySelector(".thread-part") ? null : pictured(thread.dataset);
    if (part) thread.querySelector(".thread-head")?.after(part);
  }
}

/** @param {DOMStringMap} place  of a thread */
function pictured({ page, box }) {
  const part = read(box);
  const { picture, width, height } = document.getElementById(`page-${page}`)?.dataset ?? {};
  if (!part || !picture) return null;
  const [across, down] = [part.right - part.left, part.bottom - part.top];
  const shown = document.createElement("span"); // its place is said in words beside it
  shown.className = "thread-part";
  shown.style.setProperty("--ratio", String((across * Number(width)) / (down * Number(height))));
  shown.style.backgroundImage = `url("${picture}")`;
  shown.style.backgroundSize = `${100 / across}% ${100 / down}%`;
  shown.style.backgroundPosition = `${share(part.left, across)} ${share(part.top, down)}`;
  return shown;
}

/** As CSS counts it: 0 % is at the beginning, 100 % at the end of what is left. @param {number} from @param {number} length */
function share(from, length) {
  return length < 1 ? `${(from / (1 - length)) * 100}%` : "0%";
}
