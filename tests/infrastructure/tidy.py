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


def assert_tidy(page: Page) -> None:
    """Raises AssertionError when something runs off the side, is cut off, too small, misplaced or there twice."""
    script = f"() => ({FOUND})({sorted(EDGES)})"
    assert measure(page, script) == []
