/**
 * What is pressed in the lines before there is a script to answer it: kept, and pressed again when
 * there is. Stands in the head of the reading page, so that the first line that is seen can be pressed.
 * Hears `pressable` on the document when lines answer, and `whole` when all that the page has is there.
 * Links and buttons work by themselves.
 */
class KeptPresses {
  /** @type {{ at: EventTarget, event: MouseEvent | KeyboardEvent }[]} */
  kept = [];
  /** Whether a press on a line is answered already. */
  isAnswered = false;
  leaving = new AbortController();

  constructor() {
    const { signal } = this.leaving;
    for (const name of ["click", "keydown", "pressable", "whole"]) document.addEventListener(name, this, { signal });
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "pressable") this.again();
    else if (event.type === "whole") this.end();
    else this.keep(event);
  }

  /** @param {Event} event */
  keep(event) {
    const at = event.target instanceof Element ? event.target : null;
    if (!at || event.defaultPrevented || at.closest("a, button, input, textarea, select, summary, dialog")) return;
    if (event instanceof KeyboardEvent) this.keepKey(at, event);
    else if (event instanceof MouseEvent && !this.isAnswered && at.closest(".line")) this.kept.push({ at, event });
  }

  /**
   * Of keys those that mean a line, and letters. What is typed after something was opened is meant for
   * its form, and must not become an order.
   * @param {Element} at @param {KeyboardEvent} event
   */
  keepKey(at, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isForLine = at.closest(".line") && /^(Enter|Home|End|Arrow.+)$/u.test(event.key);
    const isLetter = event.key.length === 1 && event.key !== " " && !this.kept.some(({ event: { type } }) => type === "click");
    if (!isForLine && !isLetter) return;
    if (isForLine) event.preventDefault(); // an arrow would scroll
    this.kept.push({ at, event });
  }

  /** Presses it all again; what still nobody answers is kept on. */
  again() {
    this.isAnswered = true;
    for (const { at, event } of this.kept.splice(0)) at.dispatchEvent(copy(event));
  }

  /** Presses it all again for the last time. */
  end() {
    this.leaving.abort();
    this.again();
  }
}

/** @param {MouseEvent | KeyboardEvent} event */
function copy(event) {
  if (event instanceof KeyboardEvent) return new KeyboardEvent(event.type, event);
  return event instanceof PointerEvent ? new PointerEvent(event.type, event) : new MouseEvent(event.type, event);
}

new KeptPresses();
