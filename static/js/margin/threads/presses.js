import { ask } from "../../common/fragments.js";
import { isTypedIn } from "../../common/typing.js";
import { underWay } from "../under-way.js";

/** What is sent at once: resolving, accepting, and whatever else is one press in a thread. */
export const PRESSES = 'button[form="acts"]';

/** @typedef {"pressFailed" | "pressOffline" | "pressShut"} Trouble */
/** @typedef {{ button: HTMLButtonElement, thread: string, address: string, body: FormData }} Press */

export class Presses {
  /** Those that wait for an answer: pressed once more they say nothing new. @type {Set<Element>} */
  underWay = new Set();
  /** Each is sent once the one before it is answered, so that what is shown last is what holds. */
  last = Promise.resolve();

  /**
   * @param {(parts: Element[]) => void} hear  puts the answer into the page
   * @param {(pressed: Element, trouble: Trouble | null) => void} tell  null: there is none any more
   */
  constructor(hear, tell) {
    this.hear = hear;
    this.tell = tell;
  }

  /** @param {HTMLButtonElement} button */
  send(button) {
    if (this.underWay.has(button)) return;
    this.underWay.add(button);
    const body = new FormData(/** @type {HTMLFormElement} */ (button.form), button);
    const press = { button, thread: button.closest("article")?.id ?? "", address: button.formAction, body };
    this.last = this.press(press, this.last);
  }

  /** @param {Press} press @param {Promise<void>} before */
  async press({ button, thread, address, body }, before) {
    const end = underWay(button);
    await before.catch(() => undefined);
    const answer = await ask(address, body).catch(() => null);
    end();
    this.underWay.delete(button);
    const here = document.getElementById(thread);
    if (answer?.status !== 200 || answer.isElsewhere) return this.tell(again(button, here), troubleOf(answer));
    this.tell(again(button, here), null);
    this.hear(answer.parts);
    stay(button, document.getElementById(thread));
  }
}

/** What stands where the press was. @param {HTMLButtonElement} button @param {HTMLElement | null} thread */
function again(button, thread) {
  if (button.isConnected) return button;
  return thread?.querySelector(`[data-press="${button.dataset.press}"]`) ?? thread?.querySelector(PRESSES) ?? button;
}

/** @param {import("../../common/fragments.js").Answer | null} answer @returns {Trouble} */
function troubleOf(answer) {
  if (!answer) return "pressOffline";
  return answer.isElsewhere || answer.status === 403 || answer.status === 404 ? "pressShut" : "pressFailed";
}

/**
 * The focus stays where the press was, on what can be pressed there now; whoever has gone on to
 * something else meanwhile stays there.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLElement | null} thread
 */
function stay(button, thread) {
  const at = document.activeElement;
  if (!thread || isTypedIn(at) || !(at === document.body || thread.contains(at))) return;
  const now = again(button, thread);
  if (!(now instanceof HTMLElement) || !now.isConnected) return;
  now.focus({ preventScroll: true });
  now.scrollIntoView({ block: "nearest" });
}
