/**
 * Watches a page from its first moment: when its script answers, and what holds it up. `scrolled()`
 * scrolls through it as a wheel does and gives the milliseconds of each frame.
 */
(() => {
  const seen = (globalThis.seen = { ready: 0, busy: 0, blocked: 0 });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      seen.busy = Math.max(seen.busy, task.startTime + task.duration);
      seen.blocked += task.duration - 50;
    }
  }).observe({ type: "longtask", buffered: true });

  (async () => {
    while (!document.querySelector("margin-notes[data-ready]")) await new Promise(requestAnimationFrame);
    seen.ready = performance.now();
  })();

  globalThis.scrolled = async () => {
    const frames = [];
    let before = await new Promise(requestAnimationFrame);
    while (scrollY + innerHeight < document.querySelector("reading-lines").getBoundingClientRect().bottom + scrollY - 1) {
      scrollBy({ top: 120, behavior: "instant" });
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - before);
      before = now;
      if (frames.length > 400) break;
    }
    return frames;
  };

  globalThis.levelled = () => {
    const threads = document.querySelector("level-threads");
    const begun = performance.now();
    threads.level();
    document.body.offsetHeight; // what was written is laid out
    return performance.now() - begun;
  };
})();
