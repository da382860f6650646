"""What makes a page look unkempt, as far as it can be measured."""

from playwright.sync_api import Page

from tests.infrastructure.settled import measure

# Where what a page is called begins, in a window of 1280 px: the landing page, a page, a letter on its
# paper, a card for whoever comes in. Between pages of one kind nothing jumps.
EDGES = {64, 288, 328, 456}
FOUND = """(edges) => {
  const found = [];
  const say = (what, one) => found.push(`${what}: <${one.localName} class="${one.className}"> ${one.textContent.trim().slice(0, 40)}`);
  const isClipped = (one) => !!one && (getComputedStyle(one).clipPath !== "none" || isClipped(one.parentElement));
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !isClipped(one));

  const wider = document.documentElement.scrollWidth - innerWidth;
  if (wider > 0) found.push(`${wider} px wider than the window`);
  for (const one of shown("h1, h2, h3, p, a, .topbar *")) {
    const { overflowY } = getComputedStyle(one);
    if (["hidden", "clip"].includes(overflowY) && one.scrollHeight > one.clientHeight) say("letters are cut off", one);
  }
  for (const one of shown("a, button, summary")) {
    const { width, height } = one.getBoundingClientRect();
    if (width && (width < 24 || height < 24) && !one.closest("p, li, dd")?.textContent.trim().replace(one.textContent.trim(), "")) say("too small to press", one);
  }
  // The space between two words is gone where one of them is laid out as a box of its own.
  const words = (part, last) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, (text) => text.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const texts = part.nodeType === Node.TEXT_NODE ? [part] : [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const text = texts.at(last ? -1 : 0);
    if (!text || isClipped(text.parentElement) || !text.parentElement.checkVisibility()) return undefined;
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].at(last ? -1 : 0);
  };
  for (const one of document.querySelectorAll("body *")) {
    if (!getComputedStyle(one).display.endsWith("flex")) continue; // what is not shown, `words` leaves out
    const parts = [...one.childNodes].filter((part) => part.textContent.trim() && part.nodeType !== Node.COMMENT_NODE);
    for (const [at, part] of parts.slice(1).entries()) {
      const before = parts[at];
      const isSpaced = /\\s$/.test(before.textContent) || /^\\s/.test(part.textContent) || before.nextSibling !== part;
      const [left, right] = [words(before, true), words(part, false)];
      const isOneLine = left && right && left.top < right.bottom && right.top < left.bottom;
      if (isSpaced && isOneLine && Math.abs(right.left - left.right) < 2) say("words run together", one);
    }
  }
  for (const one of shown(".button:not(.second, .plain, .danger)").slice(1)) say("a second blue button", one);
  for (const one of shown(".error-summary").slice(1)) say("said twice", one);
  const title = document.querySelector("main h1");
  const left = title && Math.round(title.getBoundingClientRect().left);
  if (innerWidth === 1280) {
    if (title && !edges.includes(left)) say(`begins at ${left}`, title);
    if (title && document.querySelector("main [name=code]") && left !== edges.at(-1)) say("a code without its card", title);
    const preface = shown(".preface").at(0), paper = shown(".page").at(0);
    const apart = preface && paper && preface.getBoundingClientRect().left - paper.getBoundingClientRect().left;
    if (Math.abs(apart ?? 0) > 1) say(`${apart} px from its paper`, preface);
  }
  return found;
}"""


def untidy(page: Page) -> list[str]:
    """What runs off the side, is cut off, too small, misplaced, glued together or there twice."""
    found: list[str] = measure(page, f"() => ({FOUND})({sorted(EDGES)})")
    return found


def assert_tidy(page: Page) -> None:
    """Raises AssertionError when something is not."""
    assert untidy(page) == []
