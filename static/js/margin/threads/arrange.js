import { level } from "./level.js";

const GAP = 12; // pixels between two threads
const CROWDED_GAP = 6;

/**
 * Puts threads and forms level with their lines. Reads where everything is, then writes: one
 * layout, however many there are. What is not shown takes no room, so it is given no place: the room
 * meant for it would be missing below.
 *
 * @param {HTMLElement} threads  what they stand in
 * @param {(item: HTMLElement) => HTMLElement | null} lineOf
 * @param {HTMLElement | null} active  what is read or written
 */
export function arrange(threads, lineOf, active) {
  const items = children(threads).filter((item) => item.getClientRects().length > 0);
  const top = threads.getBoundingClientRect().top;
  const wants = items.map((item) => (lineOf(item)?.getBoundingClientRect().top ?? top) - top);
  const heights = items.map((item) => item.getBoundingClientRect().height); // with its fractions: they add up
  const chosen = items.findIndex((item) => item.contains(active));
  const gap = threads.classList.contains("is-crowded") ? CROWDED_GAP : GAP;
  const spaces = level(wants, heights, gap, chosen);
  threads.classList.toggle("is-overfull", (spaces[0]?.space ?? 0) < 0);
  spaces.forEach(({ place, space }, rank) => {
    const style = items[place]?.style;
    if (style) Object.assign(style, { order: String(rank), marginBlockStart: `${space}px` });
  });
}

/** Lets them follow one another again. @param {HTMLElement} threads */
export function release(threads) {
  threads.classList.remove("is-overfull");
  for (const { style } of children(threads)) Object.assign(style, { order: "", marginBlockStart: "" });
}

/** @param {HTMLElement} threads @returns {HTMLElement[]} */
function children(threads) {
  return [...threads.children].filter((one) => one instanceof HTMLElement);
}
