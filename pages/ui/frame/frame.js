// What Streamlit leaves out of a page: its language, a link to the map that can be opened in a new
// tab, and a way to bring a part into view that does not move the page the atlas is embedded in.
// Runs at every run of the page, with `language`, `pages`, `tongues`, `furigana`, `mapped` and `cite`
// given: whether the page has a map; the address of the script behind "Cite this" and what to say
// where it does not come.
window.kurilFrame ||= (function () {
  "use strict";

  const { frame, map } = window.kurilMap; // keys.js
  const LINKS = ".st-key-links";

  // From another page Streamlit gives the link to the map the address "?date=...", which a new tab
  // would open on the page it stands on.
  function mend(event) {
    const link = event.target instanceof Element && event.target.closest(`${LINKS} a`);
    const address = link && link.getAttribute("href");
    if (address && address.startsWith("?")) link.setAttribute("href", `./${address}`);
  }

  // A link within a page that was embedded leads to one that is, too.
  function keep(event) {
    const link = event.target instanceof Element && event.target.closest('a[href^="./"]');
    const embed = new URLSearchParams(location.search).get("embed");
    if (!link || !embed) return;
    const address = new URL(link.getAttribute("href"), location.href); // in a drawing href is none
    address.searchParams.set("embed", embed);
    link.setAttribute("href", address.href);
  }

  for (const kind of ["pointerover", "pointerdown", "focusin", "contextmenu"]) {
    document.addEventListener(kind, mend, true);
    document.addEventListener(kind, keep, true);
  }

  // Where links stand in a row that is pushed along, browsers leave one with the focus half outside.
  function bring({ target }) {
    const row = target instanceof Element && target.closest('[data-testid="stHorizontalBlock"]');
    if (!row) return;
    const [room, link] = [row, target].map((node) => node.getBoundingClientRect());
    const ring = 8; // round the link
    if (link.left < room.left + ring) row.scrollLeft += link.left - room.left - ring;
    else if (link.right > room.right - ring) row.scrollLeft += link.right - room.right + ring;
  }
  document.addEventListener("focusin", bring, true);

  // The language whose link was followed with the keyboard. Streamlit draws the links of another one
  // into the elements of the last, and leaves the focus on whichever stands in its place.
  let followed = null;

  // What a screen reader needs of the links: that they lead through the atlas, which page is open,
  // in which language the others are.
  function label(pages, tongues, furigana) {
    const links = document.querySelector(LINKS);
    if (!links) return;
    // Streamlit's box takes the focus before all its links: one press of Tab the fewer
    document.getElementById("stMain")?.setAttribute("tabindex", "-1");
    links.setAttribute("role", "navigation");
    links.setAttribute("aria-label", pages);
    for (const link of links.querySelectorAll('[data-testid="stPageLink"] a')) {
      const here = link.textContent.trim();
      const tongue = Object.keys(tongues).find((key) => tongues[key] === here);
      if (tongue) link.lang = tongue;
      else link.removeAttribute("lang");
      if (link.querySelector("strong")) link.setAttribute("aria-current", tongue || here === furigana ? "true" : "page");
      else link.removeAttribute("aria-current");
      // the language that is read leads nowhere: one stop less on the way to the timeline
      link.tabIndex = tongue && link.hasAttribute("aria-current") ? -1 : 0;
      if (tongue && tongue === followed && link.tabIndex) {
        link.focus({ preventScroll: true });
        followed = null;
      }
    }
  }

  document.addEventListener("click", (event) => {
    const from = event.target instanceof Element ? event.target.closest("a") : null;
    if (!from) return;
    if (from.closest(LINKS) && from.lang) followed = event.detail ? null : from.lang;
    if (from.dataset.skip) {
      event.preventDefault();
      skip(from.dataset.skip);
    } else if (from.hash === "#door" && map()?.door) {
      event.preventDefault();
      map().door();
    }
  });

  function skip(to) {
    const slider = frame()?.contentDocument.querySelector('[data-testid="timeline"]');
    const content = frame() || document.querySelector(`${LINKS} ~ *, .sheet`);
    if (to === "timeline" && slider) slider.focus();
    else if (content) {
      content.setAttribute("tabindex", "-1");
      content.focus();
    }
  }

  // A step back in the browser's history undoes what the reader did: one touch of hers (a key, a
  // click, a drag, the start of play) adds one entry, however often the address follows it.
  const [push, replace] = [history.pushState.bind(history), history.replaceState.bind(history)];
  let [touches, told] = [0, 0];
  history.pushState = (state, title, to) => {
    if (told === touches) return history.replaceState(state, title, to);
    push(state, title, to && asShown(to));
    told = touches;
  };
  history.replaceState = (state, title, to) => replace(state, title, to && asShown(to));

  // How the map shows its view, once it has said so (on the stage, beside a card): the server's
  // address may be an older one. Another page's map has yet to say it.
  let shown = {};
  let page = location.pathname;

  // Whether this is another page's address: what was shown before is not its own.
  function came(pathname) {
    if (pathname === page) return false;
    [page, shown] = [pathname, {}];
    return true;
  }

  function asShown(to) {
    const address = new URL(to, location.href);
    came(address.pathname);
    return named(address, shown);
  }

  function named(address, values) {
    for (const [name, value] of Object.entries(values)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    return address.href;
  }

  // Writes it into the address: as it is, or as a step of its own.
  function show(changed, write) {
    Object.assign(shown, changed);
    const address = asShown(location.href);
    if (address !== location.href) write.call(history, history.state, "", address);
  }

  // A step back or on may lead to another stop of a tour, or out of it. It is no way onto the stage,
  // nor off it, and what is written after it is no step of its own.
  addEventListener("popstate", () => {
    told = touches;
    if (came(location.pathname)) return;
    const { present } = shown;
    const address = present === undefined ? location.href : named(new URL(location.href), { present });
    if (address !== location.href) replace(history.state, "", address);
    map()?.current?.follow?.(new URLSearchParams(location.search));
  });

  function touched(event) {
    if (!event.repeat) touches += 1;
  }

  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, touched, true);
  // a screen reader's click comes without either
  document.addEventListener("click", (event) => {
    if (!event.detail) touched(event);
  }, true);

  // scrollIntoView and focus would reach through a frame into the page around it: scroll our own
  // container, and take no focus there.
  function reveal(part) {
    const room = part.closest('[data-testid="stMain"]') || document.scrollingElement;
    room.scrollTop += part.getBoundingClientRect().top - room.getBoundingClientRect().top;
  }

  // Paper has no folds to open: what the panel's words rest on is printed with them.
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".panel details:not([open], .cite)")) {
      fold.open = true;
      fold.dataset.opened = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("[data-opened]")) {
      fold.open = false;
      delete fold.dataset.opened;
    }
  });

  // "Cite this" is written when it is opened; its script, with every source, comes with the first.
  let citing = { address: "", failed: "" };
  let taken = "";

  document.addEventListener("toggle", ({ target }) => {
    if (!(target instanceof HTMLDetailsElement && target.matches(".cite") && target.open)) return;
    const { address, failed } = citing;
    if (taken === address) return window.kurilCite.show(target);
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      taken = address;
      window.kurilCite.show(target);
    };
    script.onerror = () => {
      script.remove();
      target.open = false;
      target.querySelector("summary").title = failed;
    };
    document.head.append(script);
  }, true);

  let watcher = null;
  let waiting = 0;

  const embedded = window.self !== window.top;
  return {
    begin: (language, pages, tongues, furigana, mapped, cite) => {
      document.documentElement.lang = language;
      citing = cite;
      if (!mapped) { // nothing comes to take its place, nor to heed its keys
        window.kurilDrawn?.();
        window.kurilScroll();
      }
      // Streamlit draws the links after this script, and anew at every rest
      watcher?.disconnect();
      watcher = new MutationObserver(() => {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => label(pages, tongues, furigana));
      });
      watcher.observe(document.body, { childList: true, subtree: true });
      label(pages, tongues, furigana);
    },
    reveal,
    // the map alone, as large as the screen
    present: (on) => {
      document.documentElement.toggleAttribute("data-present", on);
      show({ present: on ? "1" : null }, history.replaceState);
    },
    // what stands beside the map: each stop of a tour is a link
    card: (card) => show(card, history.pushState),
    touched,
    focus: (part) => { if (!embedded) part.focus({ preventScroll: true }); },
  };
})();
window.kurilFrame.begin(language, pages, tongues, furigana, mapped, cite);
