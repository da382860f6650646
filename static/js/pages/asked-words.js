/**
 * Marks in the lines of a version the words that a posting asks for, which the page names in `data-asked`
 * as "3-8 12-20". By highlights of the browser, which change no element; without them the lines have a bar.
 */

/** The spans that are named, from and to. @param {string} named @returns {[number, number][]} */
export function spans(named) {
  const parts = named.split(" ").map((part) => part.split("-").map(Number));
  return parts.filter(([from, to]) => Number(to) > Number(from)).map(([from, to]) => [Number(from), Number(to)]);
}

/** What of a line is named. @param {Element} asked @returns {Range[]} */
function ranges(asked) {
  const node = asked.closest(".line")?.querySelector(".words")?.firstChild;
  if (!(node instanceof Text)) return [];
  return spans(asked.getAttribute("data-asked") ?? "").map(([from, to]) => {
    const range = new Range();
    range.setStart(node, Math.min(from, node.length));
    range.setEnd(node, Math.min(to, node.length));
    return range;
  });
}

const found = [...document.querySelectorAll("[data-asked]")].flatMap(ranges);
if (CSS.highlights && found.length) CSS.highlights.set("asked", new Highlight(...found));
