// What the reader takes along: a file, or what lies in the clipboard.

import { element } from "./elements.js";

const KEPT = 60_000; // milliseconds a file may take to be written

/**
 * Gives the reader a file.
 * @param {Blob} content
 * @param {string} name
 */
export function give(content, name) {
  const url = URL.createObjectURL(content);
  const anchor = element("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/**
 * Copies what stands in a field; false where the browser leaves that to her.
 * @param {HTMLTextAreaElement} field
 */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}
