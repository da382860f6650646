/**
 * Whether a press has begun and not ended. A browser clicks what was under the pointer both when it
 * went down and when it came up: what moves or is replaced in between is not pressed, and nobody is
 * told. So whatever moves or replaces parts of the page unasked (notes that stay level, news, answers
 * to what was sent before) waits for the end of the press.
 */

const CLICK_FOLLOWS = 100; // milliseconds after the finger has left within which it may still click

/** Presses with the main button, a finger or a pen. The page is whatever hears of them. */
export class PointerPress {
  /** Pointers that are down. @type {Set<number>} */
  down = new Set();
  /** What waits for the end. @type {Set<() => void>} */
  waiting = new Set();
  /** Runs while the click may still come. @type {ReturnType<typeof setTimeout> | undefined} */
  lifted;

  /** @param {EventTarget} page @param {EventTarget} window  what loses the focus when the page does */
  constructor(page, window) {
    const names = ["pointerdown", "pointermove", "pointerup", "pointercancel", "click"];
    for (const name of names) page.addEventListener(name, this, { capture: true, passive: true });
    window.addEventListener("blur", this);
  }

  get isUnderWay() {
    return this.down.size > 0 || this.lifted !== undefined;
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { pointerId, button, buttons } = /** @type {PointerEvent} */ (event);
    const isDown = this.down.has(pointerId);
    if (event.type === "pointerdown" && button === 0) this.begin(pointerId);
    else if (event.type === "pointerup" && isDown) this.lift(pointerId, CLICK_FOLLOWS);
    else if (event.type === "pointercancel" && isDown) this.lift(pointerId, 0);
    else if (event.type === "pointermove" && isDown && buttons === 0) this.lift(pointerId, 0); // it came up unheard
    else if (event.type === "click" || event.type === "blur") this.end();
  }

  /** @param {number} pointer */
  begin(pointer) {
    clearTimeout(this.lifted);
    this.lifted = undefined;
    this.down.add(pointer);
  }

  /** @param {number} pointer @param {number} pause */
  lift(pointer, pause) {
    this.down.delete(pointer);
    if (this.down.size > 0) return;
    if (pause === 0) this.end();
    else this.lifted = setTimeout(() => this.end(), pause);
  }

  /** What is done about the click comes first, and finds the page as it was pressed. */
  end() {
    clearTimeout(this.lifted);
    this.lifted = undefined;
    this.down.clear();
    const waiting = [...this.waiting];
    this.waiting.clear();
    if (waiting.length) setTimeout(() => waiting.forEach((go) => this.after(go)));
  }

  /** Goes at once, or, once however often it is asked, after the press that is under way. @param {() => void} go */
  after(go) {
    if (this.isUnderWay) this.waiting.add(go);
    else go();
  }
}

const press = globalThis.document && new PointerPress(document, window); // in node there is no page

/** Goes at once, or after the press that is under way. @param {() => void} go */
export function afterPress(go) {
  if (press) press.after(go);
  else go();
}

/** Waits for the end of the press that is under way, if any. @returns {Promise<void>} */
export function pressEnds() {
  return new Promise((resolve) => afterPress(resolve));
}
