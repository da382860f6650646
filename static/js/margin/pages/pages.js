/** The pages of a version in the page that shows them: numbers, papers, headings, places on them. */

/** The number of the page that this is on. @param {Element} inside */
export function pageOf(inside) {
  return inside.closest(".page")?.id.replace("page-", "") ?? "";
}

/** Its paper. @param {string} page @returns {HTMLElement | null} */
export function paperOf(page) {
  return document.getElementById(`page-${page}`)?.querySelector(".page-paper") ?? null;
}

/** Its heading. @param {string} page */
export function headOf(page) {
  return document.getElementById(`page-${page}-title`);
}

/** Puts an element over this part of its page. @param {HTMLElement} over @param {import("./box-geometry.js").Box} box */
export function lay({ style }, { left, top, right, bottom }) {
  style.left = `${left * 100}%`;
  style.top = `${top * 100}%`;
  style.width = `${(right - left) * 100}%`;
  style.height = `${(bottom - top) * 100}%`;
}
