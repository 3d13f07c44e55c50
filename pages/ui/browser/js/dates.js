// Days as locales write them, and as finely as they are known.

/** @import { Day, Payload } from "./payload.d.ts" */

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

/**
 * Writes a day of the map as finely as it is known: 22 August 1875, September 1855, 1713.
 * @param {Pick<Payload, "coarse" | "tongue">} payload
 * @param {Day} day
 * @param {string} iso  the same day
 */
export function known({ coarse, tongue }, day, iso) {
  return coarse[day] ?? written(iso, tongue.locale);
}

/**
 * Gives a date that stands alone its capital: About 1755.
 * @param {string} date
 */
export const headed = (date) => date.charAt(0).toUpperCase() + date.slice(1);
