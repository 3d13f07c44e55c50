// What Streamlit leaves out of a page's frame: its language, and a link to the map that can be
// opened in a new tab. From another page Streamlit gives that link the address "?date=...",
// which a new tab would open on the page it stands on.
(function () {
  "use strict";

  function mend(event) {
    const link = event.target instanceof Element && event.target.closest(".st-key-links a");
    const address = link && link.getAttribute("href");
    if (address && address.startsWith("?")) link.setAttribute("href", `./${address}`);
  }

  window.kurilFrame = function (language) {
    document.documentElement.lang = language;
    if (window.kurilFrame.ready) return;
    window.kurilFrame.ready = true;
    for (const kind of ["pointerover", "pointerdown", "focusin", "contextmenu"]) {
      document.addEventListener(kind, mend, true);
    }
  };
})();
