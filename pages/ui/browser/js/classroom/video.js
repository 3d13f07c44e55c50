// A film as the browser itself records it, in the time it takes to watch.

import { canvasFor, lay, pause } from "./canvas.js";

/** @import { Taking } from "./film.js" */

export const VIDEO_WIDEST = 1280; // pixels
const KINDS = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"];
const BEAT = 100; // milliseconds: a canvas that stands still would give no frames
const BITS = 4_000_000; // a second

/** What this browser can record; not every one can. */
export const recordable = () =>
  KINDS.find((kind) => globalThis.MediaRecorder?.isTypeSupported(kind));

/** @implements {Taking} */
export class Video {
  /** @type {Blob[]} */
  parts = [];

  /**
   * @param {string} mimeType
   * @param {HTMLImageElement} first
   */
  constructor(mimeType, first) {
    this.brush = canvasFor(first, VIDEO_WIDEST);
    this.stream = this.brush.canvas.captureStream();
    this.recorder = new MediaRecorder(this.stream, { mimeType, videoBitsPerSecond: BITS });
    this.recorder.ondataavailable = ({ data }) => this.parts.push(data);
    this.ended = new Promise((done) => {
      this.recorder.onstop = done;
    });
    this.recorder.start();
  }

  // A recorder that waits takes up nothing.
  wait() {
    this.recorder.pause();
  }

  /**
   * @param {HTMLImageElement} drawn
   * @param {number} hold  milliseconds
   * @param {() => boolean} goes  whether it is still wanted
   */
  async take(drawn, hold, goes) {
    lay(this.brush, drawn);
    this.recorder.resume();
    for (let time = 0; time < hold && goes(); time += BEAT) {
      lay(this.brush, drawn);
      await pause(BEAT);
    }
  }

  async end() {
    this.recorder.stop();
    await this.ended;
    for (const track of this.stream.getTracks()) track.stop();
    return new Blob(this.parts, { type: this.recorder.mimeType });
  }
}
