/**
 * Watches a page from its first moment: when page one is painted, and when its text can be selected.
 * `watched` is put before it: {picture, words}, selectors of a picture that is drawn and of the
 * first text of a layer that is laid over it.
 */
(() => {
  const seen = (globalThis.seen = {});

  // Two frames later whatever was there is on the screen, for a picture and for a canvas alike.
  const nextPaint = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  async function lookForPicture() {
    const picture = document.querySelector(watched.picture);
    if (!picture || picture.complete === false || picture.naturalWidth === 0) return false;
    if (picture instanceof HTMLImageElement) await picture.decode();
    await nextPaint();
    seen.painted = performance.now();
    return true;
  }

  function firstWord() {
    const text = document.querySelector(watched.words)?.firstChild;
    if (!text) return null;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, text.data.search(/\s|$/u));
    return { text, box: range.getBoundingClientRect() };
  }

  function lookForText() {
    const word = firstWord();
    if (!word?.box.width) return false;
    const [x, y] = [(word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2];
    if (document.caretPositionFromPoint(x, y)?.offsetNode !== word.text) return false;
    seen.selectable = performance.now();
    seen.word = { x, y };
    return true;
  }

  async function until(look) {
    while (!(await look())) await new Promise(requestAnimationFrame);
  }

  globalThis.watching = Promise.all([until(lookForPicture), until(lookForText)]);
})();
