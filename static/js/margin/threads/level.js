/** Where notes stand in a margin so that each is level with its words and none covers another. No DOM. */

/** @typedef {{ place: number, space: number }} Spaced  which note, and how far below the one before */

/**
 * Notes from top to bottom. Each stands where its words are, or as soon after as there is room; the
 * one that is `active` stands at its words, and those before it move up for it, past the top if need
 * be: what is read belongs to the words it is about, and what made room comes back afterwards.
 *
 * @param {number[]} wants    where each would stand alone, in pixels from the top
 * @param {number[]} heights  in pixels
 * @param {number} gap        least distance between two
 * @param {number} [active]   which of them is being read or written; none when not given
 * @returns {Spaced[]}  the first may have less than no space, which is past the top
 */
export function level(wants, heights, gap, active = -1) {
  const order = wants.map((_, place) => place).sort((a, b) => at(wants, a) - at(wants, b) || a - b);
  const tops = wants.slice();
  const chosen = order.indexOf(active);
  fall(0, 0);
  if (chosen >= 0) {
    tops[active] = Math.max(at(wants, active), 0);
    for (let next = chosen; next > 0; next -= 1) {
      const place = at(order, next - 1);
      const lowest = at(tops, at(order, next)) - gap - at(heights, place);
      tops[place] = Math.min(at(tops, place), lowest);
    }
    fall(chosen + 1, at(tops, active) + at(heights, active) + gap);
  }
  let bottom = 0;
  return order.map((place) => {
    const space = at(tops, place) - bottom;
    bottom = at(tops, place) + at(heights, place);
    return { place, space };
  });

  /** @param {number} first @param {number} floor */
  function fall(first, floor) {
    for (const place of order.slice(first)) {
      tops[place] = Math.max(at(wants, place), floor);
      floor = at(tops, place) + at(heights, place) + gap;
    }
  }
}

/** @param {number[]} numbers @param {number} place */
function at(numbers, place) {
  return numbers[place] ?? 0;
}

/**
 * How far to scroll so that words are seen between a bar on top and a sheet from below; 0 when they are.
 *
 * @param {{ top: number, bottom: number }} words  in the window
 * @param {{ top: number, bottom: number }} free   what neither bar nor sheet covers
 */
export function scrollInto(words, free) {
  if (words.top >= free.top && words.bottom <= free.bottom) return 0;
  const isTaller = words.bottom - words.top > free.bottom - free.top;
  return isTaller || words.top < free.top ? words.top - free.top : words.bottom - free.bottom;
}
