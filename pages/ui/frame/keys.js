// Hands keys to the map wherever the focus is, but in a field: a clicker finds the page as it is. It
// comes with the page itself, and what is pressed before the map stands waits for it. Where no map
// wants them, keys scroll.
(function () {
  "use strict";

  const CLICKER = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Escape", "b", ".", "f", "p"];
  const SCROLLING = [" ", "ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];
  const FIELDS = "input, textarea, select, [contenteditable], [role=slider], [role=tab], [role=listbox] *";

  const map = () => document.querySelector('iframe[src*="streamlit_folium"]')?.contentWindow?.kurilAtlas;

  let early = [];

  // What was pressed before now; from now on the map has each key as it comes.
  window.kurilPressed = function () {
    const pressed = early ?? [];
    early = null;
    return pressed;
  };

  // Whether it was one of the map's, or will be.
  function taken({ key, shiftKey, altKey, ctrlKey, metaKey, target, defaultPrevented }) {
    const letter = key.length === 1 ? key.toLowerCase() : key;
    const plays = key === " " && target === document.body;
    if (!CLICKER.includes(letter) && !plays) return false;
    if (defaultPrevented || (target instanceof Element && target.closest(FIELDS))) return false;
    const press = { key, shiftKey, altKey, ctrlKey, metaKey };
    if (map()?.press(press)) return true;
    return !!early && !altKey && !ctrlKey && !metaKey && !!early.push(press);
  }

  document.addEventListener("keydown", (event) => {
    if (taken(event)) event.preventDefault();
    else if (SCROLLING.includes(event.key) && document.activeElement === document.body) {
      // the page is a box that scrolls: no key reaches it before it, or what it holds, has the focus
      document.getElementById("stMain")?.focus({ preventScroll: true });
    }
  });
})();
