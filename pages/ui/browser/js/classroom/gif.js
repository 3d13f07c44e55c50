// A film as a GIF, for slides and mail: written picture by picture, faster than it is watched.

import { canvasFor, lay, pause } from "./canvas.js";

/**
 * @import { Taking } from "./film.js"
 * @import { Encoder } from "../gifenc.d.ts"
 */

export const GIF_WIDEST = 800; // pixels
export const COLOURS = 255; // of a picture; one more is what shows the picture before
const FLAT = 64; // colours that a picture has much of: they stay what they are, or its ground would flicker
const FORM = "rgb565"; // as finely as the other colours are told apart

/**
 * The commonest pixels of a picture.
 * @param {Uint32Array} pixels
 */
function commonest(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.slice(0, FLAT).map(([pixel]) => pixel);
}

/**
 * The places of a picture's pixels in a palette of its own: its commonest colours are kept as they
 * are, and what has not changed lets the picture before show through, which takes little room.
 * @param {Pick<Encoder, "quantize" | "applyPalette">} encoder
 * @param {Uint8ClampedArray<ArrayBuffer>} data
 * @param {Uint32Array | undefined} before  the pixels of the picture before
 */
export function placed(encoder, data, before) {
  const pixels = new Uint32Array(data.buffer);
  const flat = commonest(pixels);
  const exact = flat.map((pixel) => [pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255]);
  const palette = [
    ...exact,
    ...encoder.quantize(data, COLOURS - exact.length, { format: FORM }),
  ];
  const places = encoder.applyPalette(data, palette, FORM);
  const clear = palette.push([0, 0, 0]) - 1;
  const known = new Map(flat.map((pixel, place) => [pixel, place]));
  pixels.forEach((pixel, at) => {
    places[at] = pixel === before?.[at] ? clear : known.get(pixel) ?? places[at];
  });
  return { pixels, palette, places, clear };
}

/** @implements {Taking} */
export class Gif {
  /** @type {Uint32Array | undefined} the picture before */
  before;

  /**
   * @param {Encoder} encoder
   * @param {HTMLImageElement} first
   */
  constructor(encoder, first) {
    this.encoder = encoder;
    this.brush = canvasFor(first, GIF_WIDEST);
    this.written = encoder.GIFEncoder();
  }

  // Nothing is taken up but by `take`.
  wait() {}

  /**
   * @param {HTMLImageElement} drawn
   * @param {number} hold  milliseconds
   */
  async take(drawn, hold) {
    const { brush, encoder, before } = this;
    const { width, height } = brush.canvas;
    lay(brush, drawn);
    const { data } = brush.getImageData(0, 0, width, height);
    const { pixels, palette, places, clear } = placed(encoder, data, before);
    const through = { transparent: before !== undefined, transparentIndex: clear, dispose: 1 };
    this.written.writeFrame(places, width, height, { palette, delay: hold, ...through });
    this.before = pixels;
    await pause(0); // the reader's hand comes first
  }

  end() {
    this.written.finish();
    return new Blob([this.written.bytes()], { type: "image/gif" });
  }
}
