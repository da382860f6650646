/**
 * Presses line 2 as soon as it can be seen, and watches until what is said about it is shown: `pressed`
 * holds the milliseconds since the click that opened the page.
 */
(() => {
  const pressed = (globalThis.pressed = { at: 0, answered: 0 });
  const frame = () => new Promise(requestAnimationFrame);

  function isShown() {
    const thread = document.querySelector("margin-sheet[open] article.is-active");
    const top = thread?.checkVisibility({ visibilityProperty: true }) && thread.getBoundingClientRect().top;
    return typeof top === "number" && top < innerHeight;
  }

  (async () => {
    while (!document.querySelector("#line-2 + .line")) await frame();
    await frame(); // it is on the screen
    pressed.at = performance.now();
    document.querySelector("#line-2 .words").click();
    while (!isShown()) await frame();
    pressed.answered = performance.now();
  })();
})();
