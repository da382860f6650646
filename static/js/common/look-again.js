/** Looking whether something is new, again and again, for as long as somebody may see what is found. */

/**
 * @typedef {object} Paces  seconds from the end of one look to the next
 * @property {number} inFront
 * @property {number} [behind]  while the page is hidden; without it nothing is looked for then
 */

/** One look at a time. The page is whatever says whether it is seen. */
export class LookAgain {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  /** @type {AbortSignal | undefined} */
  signal;
  isLooking = false;

  /**
   * @param {() => Promise<void>} look  when it fails, the next time may be better
   * @param {Paces} paces
   * @param {Pick<Document, "visibilityState" | "addEventListener">} page
   */
  constructor(look, paces, page = document) {
    this.look = look;
    this.paces = paces;
    this.page = page;
  }

  /** @param {AbortSignal} signal  ends it */
  start(signal) {
    this.signal = signal;
    this.page.addEventListener("visibilitychange", () => this.plan(this.isSeen ? 0 : this.pace), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.timer), { once: true });
    this.plan(this.pace);
  }

  get isSeen() {
    return this.page.visibilityState === "visible";
  }

  get pace() {
    return this.isSeen ? this.paces.inFront : this.paces.behind;
  }

  /** @param {number} [seconds]  without it: when the page is seen again */
  plan(seconds) {
    clearTimeout(this.timer);
    if (seconds === undefined || this.signal?.aborted) return;
    this.timer = setTimeout(() => this.go(), 1000 * seconds);
  }

  async go() {
    if (this.isLooking) return;
    this.isLooking = true;
    await this.look().catch(() => {});
    this.isLooking = false;
    this.plan(this.pace);
  }
}
