// A film as a GIF, for slides and mail: written picture by picture, faster than it is watched.

import { canvasFor, lay, pause } from "./canvas.js";

/**
 * @import { Taking } from "./film.js"
 * @import { Encoder } from "../gifenc.d.ts"
 */

export const GIF_WIDEST = 800; // pixels
export const COLOURS = 255; // of a picture; one more is what shows the picture before
const FORM = "rgb565"; // as finely as colours are told apart

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
    const pixels = new Uint32Array(data.buffer);
    const palette = encoder.quantize(data, COLOURS, { format: FORM });
    const places = encoder.applyPalette(data, palette, FORM);
    const clear = palette.push([0, 0, 0]) - 1;
    // what has not changed lets the picture before show through: that takes little room
    if (before) pixels.forEach((pixel, at) => pixel === before[at] && (places[at] = clear));
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
