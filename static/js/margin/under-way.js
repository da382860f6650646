const NOTICED = 300; // milliseconds: what is answered sooner needs no word, which would only flicker

/**
 * Says on a button that what was pressed is under way, once that takes longer than one waits for
 * without asking. Gives what ends it.
 *
 * @param {HTMLElement} button
 * @param {string} [words]  to stand on the button meanwhile
 * @param {(words: string) => void} [tell]  whoever does not see it
 * @returns {() => void}
 */
export function underWay(button, words, tell) {
  const label = button.textContent;
  const timer = setTimeout(() => {
    button.setAttribute("aria-busy", "true");
    if (!words) return;
    button.textContent = words;
    tell?.(words);
  }, NOTICED);
  return () => {
    clearTimeout(timer);
    button.removeAttribute("aria-busy");
    if (words) button.textContent = label;
  };
}
