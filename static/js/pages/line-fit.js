/** How the words of lines are stretched to the width of their ink. */

/**
 * How much wider the ink of a line is than its text as the browser sets it.
 * @param {number} ink     pixels
 * @param {number} natural pixels
 * @returns {number} 1 when either is not known
 */
export function fit(ink, natural) {
  return ink > 0 && natural > 0 ? Math.round((ink / natural) * 10000) / 10000 : 1;
}

/**
 * Reads all widths first, then writes: one layout, however many lines. Boxes and letters grow with
 * the page alike, so this need not be done again while it is shown.
 *
 * @param {Iterable<HTMLElement>} lines
 */
export function stretch(lines) {
  const spans = [...lines].flatMap((line) => {
    const span = line.querySelector(".words");
    return span instanceof HTMLElement ? [{ line, span }] : [];
  });
  const widths = spans.map(({ line, span }) => fit(line.clientWidth, span.offsetWidth));
  spans.forEach(({ span }, place) => {
    span.style.setProperty("--fit", String(widths[place]));
    span.dataset.fit = "";
  });
}
