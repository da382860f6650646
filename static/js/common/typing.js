const TYPED_IN = "input, textarea, select, [contenteditable]";

/** Whether somebody types where this is. @param {EventTarget | null} place @returns {boolean} */
export function isTypedIn(place) {
  return place instanceof Element && place.closest(TYPED_IN) !== null;
}
