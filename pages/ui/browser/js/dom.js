// Elements made without any HTML string: text is set as text, so nothing needs escaping here.
(function (atlas) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === false || value === null || value === undefined) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    node.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return node;
  }

  atlas.element = (tag, attributes, ...children) =>
    fill(document.createElement(tag), attributes, children);
  atlas.svg = (tag, attributes, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

  // Writes only what differs: a reader who drags sends sixty of these a second.
  atlas.setText = (node, text) => {
    if (node.textContent !== text) node.textContent = text;
  };
  atlas.setAttribute = (node, name, value) => {
    if (value === null) node.removeAttribute(name);
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  };

  // A style sheet that comes with the script: nothing is measured before it is there.
  atlas.style = (rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  // A map's pane at a depth of its own, made when first asked for.
  atlas.pane = (map, name, depth) => {
    if (!map.getPane(name)) map.createPane(name).style.zIndex = depth;
    return name;
  };

  // "islands: {count}" with its holes filled; the words come from the page's language.
  atlas.say = (pattern, values) =>
    pattern.replace(/\{(\w+)\}/g, (hole, key) => (key in values ? values[key] : hole)).replace("г..", "г.");

  // Whole numbers as the language writes them; Russian closes up four digits.
  const formats = {};
  atlas.number = (value, language) => {
    formats[language] ||= new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: language === "ru" ? "min2" : true });
    return formats[language].format(value);
  };

  // An ISO date as the locale writes a day.
  const dates = {};
  atlas.written = (iso, locale) => {
    dates[locale] ||= new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    return dates[locale].format(new Date(`${iso}T00:00:00Z`));
  };
})((window.kurilAtlas = window.kurilAtlas || {}));
