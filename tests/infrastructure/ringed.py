"""Whether the focus is seen on all that can have it."""

from playwright.sync_api import Page

ALIKE = 3  # of those of one kind in one kind of place, so many are tried
# The ring may be around what has the focus, its label or what it lies in, and no box may cut it off.
FOUND = """(alike) => {
  const found = [];
  const counts = new Map();
  const isNew = (one) => {
    const kind = [one, one.parentElement].map(({ localName, className }) => `${localName}.${className}`).join();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return counts.get(kind) <= alike;
  };
  const isUnseen = (one) => {
    const { clipPath, opacity } = getComputedStyle(one);
    return clipPath.startsWith("inset(50%") || opacity === "0";
  };
  const isRinged = (one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/^rgba.*, 0\\)$/.test(outlineColor);
  };
  const isCut = (one) => {
    const { outlineOffset } = getComputedStyle(one);
    if (parseFloat(outlineOffset) < 0) return false; // inside
    const { top, right, bottom, left } = one.getBoundingClientRect();
    for (let over = one.parentElement; over !== document.body; over = over.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(over);
      const room = over.getBoundingClientRect();
      if (overflowX !== "visible" && (left - room.left < 2 || room.right - right < 2)) return true;
      if (overflowY !== "visible" && (top - room.top < 2 || room.bottom - bottom < 2)) return true;
    }
    return false;
  };
  for (const one of document.body.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")) {
    if (one.tabIndex < 0 || one.disabled || !one.checkVisibility({ visibilityProperty: true }) || !isNew(one)) continue;
    one.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== one) continue;
    const ringed = [one, one.closest("label"), one.parentElement].find((each) => each && !isUnseen(each) && isRinged(each));
    const name = `<${one.localName} class="${one.className}"> ${one.textContent.trim().slice(0, 40)}`;
    if (!ringed) found.push(`no ring: ${name}`);
    else if (isCut(ringed)) found.push(`a ring that is cut off: ${name}`);
  }
  document.activeElement.blur();
  return found;
}"""


def unringed(page: Page) -> list[str]:
    """What can have the focus on the page at rest, and shows no ring then, or one that is cut off."""
    found: list[str] = page.evaluate(f"() => ({FOUND})({ALIKE})")
    return found


def assert_ringed(page: Page) -> None:
    """Raises AssertionError when something can have the focus and does not show it."""
    assert unringed(page) == []
