/** Where in a text a place on the screen is. */

/**
 * @param {{ clientX: number, clientY: number }} place
 * @returns {{ node: Node, offset: number } | null} null where there is no text
 */
export function caretAt({ clientX, clientY }) {
  const place = document.caretPositionFromPoint?.(clientX, clientY);
  if (place) return { node: place.offsetNode, offset: place.offset };
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
