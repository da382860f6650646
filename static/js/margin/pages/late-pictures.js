/**
 * Pictures of pages that were still being drawn when the page was made: asked for again until they come.
 * Their words are seen meanwhile.
 */

const PAUSES = [300, 700, 1000, 2000, 4000, 8000, 15000, 30000]; // milliseconds

/** @param {Element} page */
async function awaitPicture(page) {
  const source = page.querySelector("picture > source");
  const picture = page.querySelector(".page-picture");
  if (!(source instanceof HTMLSourceElement && picture instanceof HTMLImageElement)) return;
  for (const pause of PAUSES) {
    if (await isThere(picture)) return page.classList.remove("is-undrawn");
    await new Promise((done) => setTimeout(done, pause));
    source.srcset += " "; // asks again
  }
}

/** @param {HTMLImageElement} picture */
async function isThere(picture) {
  return picture.decode().then(
    () => true,
    () => false,
  );
}

document.querySelectorAll(".page.is-undrawn").forEach(awaitPicture);
