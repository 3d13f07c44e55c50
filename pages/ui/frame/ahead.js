// Begins to fetch what the map draws while Streamlit still starts. The map's frame finds its script
// in the browser's store, and takes over the data that is on its way (host.js).
(function () {
  "use strict";

  // Streamlit's own files come first where the line is narrow.
  const SOON = { priority: "low" };
  const STILL = 30_000; // milliseconds without an answer, and the map asks for it itself

  function link(rel, href) {
    const node = document.createElement("link");
    Object.assign(node, { rel, href, as: "script", fetchPriority: SOON.priority });
    document.head.append(node);
  }

  function get(address) {
    const found = fetch(address, { ...SOON, signal: AbortSignal.timeout?.(STILL) })
      .then((answer) => answer.ok ? answer.json() : null)
      .catch(() => null);
    window.kurilAhead.set(new URL(address, location.href).href, found);
  }

  /** @type {Map<string, Promise<any>>} what the address holds, or null where it does not come */
  window.kurilAhead = new Map();
  // modules: Streamlit's; scripts: the map's; data: for all; histories: by language
  window.kurilBegin = function ({ modules, scripts, data, histories }) {
    for (const address of modules) link("modulepreload", address);
    for (const address of scripts) link("preload", address);
    data.forEach(get);
    get(histories[window.kurilLanguage(histories)]);
  };
})();
