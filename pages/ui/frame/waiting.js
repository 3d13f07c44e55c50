// Says so when the page's line to the server does not open or is cut, and shows another way in.
// It comes with the page itself: nothing else of the atlas arrives without that line.
(function () {
  "use strict";

  const PATIENCE = 10000; // milliseconds without a line before it is told
  const LOADING = 60000; // over a slow line the page's own files may take so long
  const OPEN = "[data-testid=stApp][data-test-connection-state=CONNECTED]";
  const STYLE =
    "position:fixed;inset:64px 16px auto;margin:0 auto;max-width:36rem;padding:12px 16px;" +
    "border:1px solid #1f5fa8;border-radius:8px;background:#fff;color:#1d2a33;" +
    "font:16px/1.5 system-ui,sans-serif;box-shadow:0 2px 12px #0004;z-index:2000000";

  // The page's own: the server has written it for who asks.
  function language(catalogue) {
    const known = [document.documentElement.lang, ...Object.keys(catalogue)];
    return known.find((one) => one in catalogue);
  }

  function note(own, words, opened) {
    const node = document.createElement("p");
    const link = document.createElement("a");
    Object.assign(node, { lang: own, id: "waiting" });
    node.setAttribute("role", "alert");
    node.setAttribute("style", STYLE);
    Object.assign(link, { href: `./kuril-atlas-${own}.html`, textContent: words.plain });
    link.style.color = "#1f5fa8";
    node.append(`${opened ? words.again : words.never} `, link);
    return node;
  }

  window.kurilLanguage = language; // ahead.js asks too

  // catalogue: for each language the words {never, again, plain}; serving.py has the plain map
  window.kurilWaiting = function (catalogue) {
    const own = language(catalogue);
    const words = catalogue[own];
    const start = Date.now();
    let since = start;
    let opened = false;
    let shown = null;
    setInterval(() => {
      if (document.readyState !== "complete" && Date.now() - start < LOADING) since = Date.now();
      if (document.querySelector(OPEN)) {
        [since, opened] = [Date.now(), true];
        if (shown) shown.remove();
        shown = null;
      } else if (!shown && Date.now() - since > PATIENCE) {
        shown = note(own, words, opened);
        document.body.append(shown);
      } else {
        // Streamlit's own word is in English, and lies over a map that goes on working
        document.querySelector('[data-testid="stDialog"] button[aria-label="Close"]')?.click();
      }
    }, 500);
  };
})();
