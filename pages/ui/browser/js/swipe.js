// A finger that goes across turns a page.

const LEAST = 50; // pixels a finger travels to turn a page

/**
 * Listens for swipes.
 * @param {HTMLElement} main
 * @param {(place: Element) => boolean} turns  whether a finger put down there may turn a page
 * @param {(by: number) => void} step
 */
export function swipes(main, turns, step) {
  /** @type {Touch | null} */
  let began = null;
  main.addEventListener("touchstart", ({ touches, target }) => {
    // on a page that was made larger a finger looks round
    const one = touches.length === 1 && (globalThis.visualViewport?.scale ?? 1) === 1;
    began = one && target instanceof Element && turns(target) ? touches[0] : null;
  }, { passive: true });
  main.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    if (!began || !touch) return;
    const across = touch.clientX - began.clientX;
    const along = touch.clientY - began.clientY;
    began = null;
    if (Math.abs(across) > LEAST && Math.abs(across) > 2 * Math.abs(along)) {
      step(across < 0 ? 1 : -1);
    }
  }, { passive: true });
}
