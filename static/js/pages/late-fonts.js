/**
 * For a page that must paint first: links the fonts named in <link rel="fonts" href="…"> once the
 * page and its first image are there. The stand-ins in app.css take the same room, so nothing moves.
 */
async function link() {
  const first = document.querySelector("main img"); // a lazy one does not hold up `load`
  if (first instanceof HTMLImageElement && first.checkVisibility()) await first.decode().catch(() => {});
  await nextFrame().then(nextFrame); // by then the image is on the screen
  const late = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="fonts"]'));
  if (late) late.rel = "stylesheet";
}

const nextFrame = () => new Promise(requestAnimationFrame);

if (document.readyState === "complete") link();
else addEventListener("load", link, { once: true });
