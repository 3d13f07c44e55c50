// Style sheets that come with the script: nothing is measured before they are there.

/** @typedef {{ attach: () => void, detach: () => void }} Sheet */

/**
 * A sheet of rules, not yet in the page.
 * @param {string} rules
 * @returns {Sheet}
 */
export function sheet(rules) {
  return constructable() ? constructed(rules) : written(rules);
}

// Browsers before 2023 (iOS 16.3) have no sheets but those that stand in the page as elements.
function constructable() {
  try {
    return Boolean(new CSSStyleSheet()) && "adoptedStyleSheets" in document;
  } catch {
    return false;
  }
}

/**
 * @param {string} rules
 * @returns {Sheet}
 */
function constructed(rules) {
  const own = new CSSStyleSheet();
  own.replaceSync(rules);
  return {
    attach() {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
    },
    detach() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== own);
    },
  };
}

/**
 * @param {string} rules
 * @returns {Sheet}
 */
function written(rules) {
  const node = document.createElement("style");
  node.textContent = rules;
  return { attach: () => document.head.append(node), detach: () => node.remove() };
}

/** @param {string} rules */
export const style = (rules) => sheet(rules).attach();
