// Hands keys to the map wherever the focus is, but in a field: a clicker finds the page as it is. It
// comes with the page itself, and what is pressed before the map stands waits for it. Where no map
// wants them, keys scroll.
(function () {
  "use strict";

  const CLICKER = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Escape", "b", ".", "f", "p"];
  const SCROLLING = [" ", "ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];
  const FIELDS = "input, textarea, select, [contenteditable], [role=slider], [role=tab], [role=listbox] *";

  // The map's frame and the map in it, if they are there; frame.js asks too. `stood`: whether there was
  // a map since the document came, which the map says (gate.js) and the front door asks (door.js).
  const frame = () => document.querySelector('iframe[src*="streamlit_folium"]');
  const map = () => frame()?.contentWindow?.kurilAtlas;
  window.kurilMap = { frame, map, stood: false };

  // In milliseconds:
  const PATIENCE = 3000; // a page that is drawn by then, and says nothing, stays as it is
  const ANSWER = 10_000; // a busy server's first word of another page may take so long
  const SOON = 100;
  const GIVING_UP = 60_000; // nothing is waited for as long
  // before its first run a page runs nothing either: then it has no element
  const DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]' +
    ':has([data-testid="stElementContainer"]):not(:has([data-testid="stSkeleton"]))';

  let waiting = [];
  const named = (path) => path.split("/").pop() || "map"; // a page, as Python calls it
  let going = named(location.pathname); // the page the reader wants
  let settled = null; // it, once its map stands, or is known to be none
  let heard = null; // the map that has asked

  // What was pressed before, for a page whose map stands. What is about to go gets nothing.
  window.kurilPressed = function (own = named(location.pathname)) {
    if (own !== going) return [];
    const pressed = waiting;
    waiting = [];
    [settled, heard] = [own, map() ?? null];
    return pressed;
  };

  // A page that has no map, or none any more, scrolls by what was pressed, once it is long enough.
  window.kurilScroll = function (pressed = window.kurilPressed()) {
    if (!pressed.length) return;
    const box = document.querySelector(`${DRAWN} #stMain`);
    if (!box) return setTimeout(window.kurilScroll, SOON, pressed);
    for (const { key, shiftKey } of pressed) {
      const back = key === "PageUp" || (key === " " && shiftKey);
      const on = key === "PageDown" || key === " ";
      if (back || on) box.scrollBy({ top: (back ? -0.9 : 0.9) * box.clientHeight });
    }
  };

  function close(menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return true;
  }

  // Whether it was one of the map's, or will be, or closed what is open.
  function taken({ key, shiftKey, altKey, ctrlKey, metaKey, target, defaultPrevented }) {
    const letter = key.length === 1 ? key.toLowerCase() : key;
    const plays = key === " " && target === document.body;
    if (!CLICKER.includes(letter) && !plays) return false;
    if (defaultPrevented || (target instanceof Element && target.closest(FIELDS))) return false;
    const menu = document.querySelector(".st-key-links details[open]");
    if (menu && key === "Escape") return close(menu);
    const press = { key, shiftKey, altKey, ctrlKey, metaKey };
    if (settled === going) return !!map()?.press(press);
    if (altKey || ctrlKey || metaKey) return false;
    if (waiting.push(press) === 1) setTimeout(wait, PATIENCE, Date.now());
    return true;
  }

  // Whether the page the reader wants is still on its way: its script, what draws it, or its map.
  // The address is another's until the server has heard of it.
  function coming(waited) {
    if (document.querySelector(DRAWN) === null) return waited < GIVING_UP;
    if (named(location.pathname) !== going) return waited < ANSWER;
    return waited < GIVING_UP && frame() !== null && map() !== heard;
  }

  // A link that led nowhere else, or a page that failed: nobody asks for what was pressed.
  function wait(since) {
    if (settled === going) return;
    if (coming(Date.now() - since)) return setTimeout(wait, PATIENCE, since);
    going = named(location.pathname);
    if (!map()) return window.kurilScroll();
    for (const press of window.kurilPressed()) map().press(press);
  }

  function leave(to) {
    [going, settled] = [to, null];
  }

  document.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    if (ctrlKey || metaKey || shiftKey) return; // in a tab of its own
    const link = target instanceof Element && target.closest('[data-testid="stPageLink"] a');
    const to = link?.getAttribute("href"); // the map's is "?date=..." until frame.js mends it
    if (to) leave(to.startsWith("?") ? "map" : named(new URL(link.href).pathname)); // the address follows
  }, true);
  addEventListener("popstate", () => {
    if (named(location.pathname) !== going) leave(named(location.pathname));
  });

  document.addEventListener("keydown", (event) => {
    if (taken(event)) event.preventDefault();
    else if (SCROLLING.includes(event.key) && document.activeElement === document.body) {
      // the page is a box that scrolls: no key reaches it before it, or what it holds, has the focus
      document.getElementById("stMain")?.focus({ preventScroll: true });
    }
  });
})();
