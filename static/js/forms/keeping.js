/**
 * How a text that is being written gets kept: what to send, when, and what an answer means.
 * No page, no clock, no network: <draft-keeper> has those.
 */

/** @typedef {"" | "offline" | "shut" | "failed" | "stale"} Trouble */

/**
 * @typedef {object} Keeping
 * @property {string} kept  the text the server has, as far as is known here
 * @property {number} revision  its revision
 * @property {string[]} sent  what was sent since and not confirmed
 * @property {Trouble} trouble  why the last attempt failed
 * @property {number} failures  attempts in a row that did
 */

/**
 * @typedef {object} Answer
 * @property {number} status  as HTTP says it; 0 when nothing came back
 * @property {boolean} [isElsewhere]  it came from another page: the one to sign in
 * @property {number} [revision]  of the text that is kept now
 * @property {string} [theirs]  with 409: the text that is kept now
 */

const MOST_SECONDS = 30;

/**
 * @param {string} text
 * @param {number} revision
 * @returns {Keeping}
 */
export function keeping(text, revision) {
  return { kept: text, revision, sent: [], trouble: "", failures: 0 };
}

/**
 * Whether `text` is to be sent: it differs from what is kept, and no other text waits for a choice.
 *
 * @param {Keeping} state
 * @param {string} text
 */
export function isToSend(state, text) {
  return text !== state.kept && state.trouble !== "stale" && state.trouble !== "shut";
}

/**
 * @param {Keeping} state
 * @param {string} text
 * @returns {Keeping}
 */
export function sending(state, text) {
  return { ...state, sent: [...state.sent, text] };
}

/**
 * What is known after the answer to the text sent last. A conflict with a text that was sent from
 * here, whose answer got lost on its way, is none.
 *
 * @param {Keeping} state
 * @param {Answer} answer
 * @returns {Keeping}
 */
export function answered(state, answer) {
  const { status, theirs, revision = state.revision } = answer;
  if (answer.isElsewhere || status === 403) return failed(state, "shut");
  if (status === 200 && answer.revision !== undefined) return keeping(state.sent.at(-1) ?? "", revision);
  if (status === 409 && theirs !== undefined) {
    if (state.sent.includes(theirs)) return keeping(theirs, revision);
    return { ...failed(state, "stale"), kept: theirs, revision };
  }
  return failed(state, status === 0 ? "offline" : "failed");
}

/**
 * @param {Keeping} state
 * @param {Trouble} trouble
 * @returns {Keeping}
 */
function failed(state, trouble) {
  return { ...state, trouble, failures: state.failures + 1 };
}

/**
 * Seconds until the next attempt: two while all is well, then twice as long after each failure.
 *
 * @param {Keeping} state
 */
export function pause(state) {
  return Math.min(MOST_SECONDS, 2 ** (state.failures + 1));
}
