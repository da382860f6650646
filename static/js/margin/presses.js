import { ask } from "../common/fragments.js";

/** What is sent at once: resolving, accepting, and whatever else is one press in a thread. */
export const PRESSES = 'button[form="acts"]';

export class Presses {
  isUnderWay = false;

  /**
   * @param {(parts: Element[]) => void} hear  puts the answer into the page
   * @param {(trouble: "failed" | "offline") => void} tell
   */
  constructor(hear, tell) {
    this.hear = hear;
    this.tell = tell;
  }

  /** The focus stays where the press was, on what can be pressed there now. @param {HTMLButtonElement} button */
  async send(button) {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    const thread = button.closest("article");
    const body = new FormData(/** @type {HTMLFormElement} */ (button.form), button);
    const answer = await ask(button.formAction, body).catch(() => null);
    this.isUnderWay = false;
    if (answer?.status !== 200 || answer.isElsewhere) return this.tell(answer ? "failed" : "offline");
    this.hear(answer.parts);
    const now = thread?.querySelector(`[data-press="${button.dataset.press}"]`) ?? thread?.querySelector(PRESSES);
    if (!(now instanceof HTMLElement)) return;
    now.focus({ preventScroll: true });
    now.scrollIntoView({ block: "nearest" });
  }
}
