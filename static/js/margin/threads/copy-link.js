const SHOWN = 2000; // milliseconds for which a link says that it was copied

/**
 * Copies where a link leads, and says so; where the browser keeps its clipboard to itself, follows it.
 *
 * @param {HTMLAnchorElement} link
 * @param {(words: string) => void} tell
 * @param {string} copied  the words
 */
export async function copyLink(link, tell, copied) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    location.assign(link.href);
    return;
  }
  tell(copied);
  const before = link.textContent;
  if (before === copied) return;
  link.textContent = copied;
  setTimeout(() => (link.textContent = before), SHOWN);
}
