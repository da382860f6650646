import { ask } from "../common/fragments.js";

const IN_FRONT = 5;
const BEHIND = 15;
const OVER = new Set([403, 404, 410]);

/** Asks what is new, every few seconds, until the reader may not read any more. */
export class News {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  isAsking = false;

  /**
   * @param {string} address
   * @param {(parts: Element[]) => void} tell
   */
  constructor(address, tell) {
    this.address = address;
    this.tell = tell;
    this.wake = () => this.again(document.visibilityState === "visible" ? 0 : BEHIND);
  }

  start() {
    document.addEventListener("visibilitychange", this.wake);
    this.again();
  }

  stop() {
    document.removeEventListener("visibilitychange", this.wake);
    clearTimeout(this.timer);
  }

  /** @param {number} [seconds] */
  again(seconds = document.visibilityState === "visible" ? IN_FRONT : BEHIND) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), 1000 * seconds);
  }

  async look() {
    if (this.isAsking) return;
    this.isAsking = true;
    const after = document.getElementById("margin-count")?.dataset.after ?? "";
    try {
      const address = new URL(this.address, location.href); // asks for the threads that this page shows
      address.searchParams.set("after", after);
      const answer = await ask(address.href);
      if (answer.isElsewhere || OVER.has(answer.status)) {
        this.stop();
        return;
      }
      if (answer.status === 200) this.tell(answer.parts);
    } catch {
      // no connection: the next time may be better
    } finally {
      this.isAsking = false;
    }
    this.again();
  }
}
