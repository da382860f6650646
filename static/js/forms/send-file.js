/** Sending a form in the background, with word of how far it is. */

/**
 * @typedef {object} Answer
 * @property {number} status  as HTTP says it; 0 when nothing came back
 * @property {string} html  the fragment the server answered with
 * @property {string | null} there  where the new thing is, once it is made
 */

/**
 * Posts `body`. fetch() cannot tell how far an upload is; XMLHttpRequest can.
 *
 * @param {string} address
 * @param {FormData} body
 * @param {(part: number) => void} tell  0 to 1, each time some more was sent
 * @returns {Promise<Answer>}
 */
export function send(address, body, tell) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => tell(total ? loaded / total : 0));
    request.addEventListener("loadend", () => {
      const { status, responseText } = request;
      resolve({ status, html: responseText, there: request.getResponseHeader("Location") });
    });
    request.open("POST", address);
    request.setRequestHeader("Fragment-For", location.href); // the answer is a part, not a page
    request.send(body);
  });
}

/**
 * A key that makes sending something twice do no more than once: a UUID (RFC 9562, version 4).
 * Like crypto.randomUUID(), which plain http has only on localhost.
 *
 * @returns {string}
 */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
