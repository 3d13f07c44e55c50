// Numbers as languages write them.

/** @import { Tongue } from "./payload.d.ts" */

/** @type {Record<string, Intl.NumberFormat>} */
const formats = {};

/**
 * Writes a whole number; below a language's own bound its digits stand together.
 * @param {number} value
 * @param {Tongue} tongue
 */
export function number(value, { locale, closed_up }) {
  const useGrouping = Math.abs(Math.round(value)) >= closed_up;
  formats[`${locale} ${useGrouping}`] ||= new Intl.NumberFormat(locale, {
    maximumFractionDigits: 0,
    useGrouping,
  });
  return formats[`${locale} ${useGrouping}`].format(value);
}
