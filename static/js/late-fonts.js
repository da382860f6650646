/**
 * For a page that must paint first: links the fonts named in <link rel="fonts" href="…"> once the
 * page and its images are there. The stand-ins in app.css take the same room, so nothing moves.
 */
function link() {
  const late = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="fonts"]'));
  if (late) late.rel = "stylesheet";
}

if (document.readyState === "complete") link();
else addEventListener("load", link, { once: true });
