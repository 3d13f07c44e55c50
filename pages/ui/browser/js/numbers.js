// Numbers as languages write them.

/** @type {Record<string, Intl.NumberFormat>} */
const formats = {};

/**
 * Writes a whole number; Russian closes up four digits.
 * @param {number} value
 * @param {string} language
 */
export function number(value, language) {
  formats[language] ||= new Intl.NumberFormat(language, {
    maximumFractionDigits: 0,
    useGrouping: language === "ru" ? "min2" : true,
  });
  return formats[language].format(value);
}
