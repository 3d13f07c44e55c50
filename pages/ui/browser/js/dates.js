// Days as locales write them.

/** @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};

/**
 * Writes an ISO date at length.
 * @param {string} iso
 * @param {string} locale
 */
export function written(iso, locale) {
  formats[locale] ||= new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return formats[locale].format(new Date(`${iso}T00:00:00Z`));
}
