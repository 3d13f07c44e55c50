// What Streamlit leaves out of a page: its language, a link to the map that can be opened in a new
// tab, and a way to bring a part into view that does not move the page the atlas is embedded in.
// Runs at every run of the page, with `language` given.
window.kurilFrame ||= (function () {
  "use strict";

  // From another page Streamlit gives the link to the map the address "?date=...", which a new tab
  // would open on the page it stands on.
  function mend(event) {
    const link = event.target instanceof Element && event.target.closest(".st-key-links a");
    const address = link && link.getAttribute("href");
    if (address && address.startsWith("?")) link.setAttribute("href", `./${address}`);
  }

  for (const kind of ["pointerover", "pointerdown", "focusin", "contextmenu"]) {
    document.addEventListener(kind, mend, true);
  }

  // scrollIntoView and focus would reach through a frame into the page around it: scroll our own
  // container, and take no focus there.
  function reveal(part) {
    const room = part.closest('[data-testid="stMain"]') || document.scrollingElement;
    room.scrollTop += part.getBoundingClientRect().top - room.getBoundingClientRect().top;
  }

  const embedded = window.self !== window.top;
  return {
    begin: (language) => { document.documentElement.lang = language; },
    reveal,
    focus: (part) => { if (!embedded) part.focus({ preventScroll: true }); },
  };
})();
window.kurilFrame.begin(language);
