// Style sheets that come with the script: nothing is measured before they are there.

/** @param {CSSStyleSheet} sheet */
export function adopt(sheet) {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** @param {CSSStyleSheet} sheet */
export function drop(sheet) {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
}

/** @param {string} rules */
export function style(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  adopt(sheet);
}
