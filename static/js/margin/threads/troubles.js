/**
 * Says beside what was pressed why nothing came of it, for everybody to see; no words: that there is
 * no trouble any more.
 *
 * @param {Element} pressed
 * @param {string} words
 */
export function warn(pressed, words) {
  const beside = pressed.closest("p") ?? pressed;
  const before = beside.nextElementSibling?.matches(".press-trouble") ? beside.nextElementSibling : null;
  if (!words) return before?.remove();
  const told = before ?? document.createElement("p");
  told.className = "press-trouble";
  told.setAttribute("role", "alert");
  if (!before) beside.after(told);
  told.textContent = words;
}
