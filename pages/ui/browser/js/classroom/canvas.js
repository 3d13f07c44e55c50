// The canvas a film is taken of.

/**
 * A canvas as large as a film of such pictures may be; codecs want even sides.
 * @param {HTMLImageElement} drawn
 * @param {number} widest  pixels
 */
export function canvasFor({ naturalWidth, naturalHeight }, widest) {
  const scale = Math.min(1, widest / naturalWidth);
  const canvas = document.createElement("canvas");
  canvas.width = 2 * Math.round(scale * naturalWidth / 2);
  canvas.height = 2 * Math.round(scale * naturalHeight / 2);
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  if (!brush) throw new Error("no canvas");
  return brush;
}

/**
 * Lays a picture on the canvas, whole, whatever its shape.
 * @param {CanvasRenderingContext2D} brush
 * @param {HTMLImageElement} drawn
 */
export function lay(brush, drawn) {
  const { width, height } = brush.canvas;
  const scale = Math.min(width / drawn.naturalWidth, height / drawn.naturalHeight);
  const [wide, high] = [scale * drawn.naturalWidth, scale * drawn.naturalHeight];
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, width, height);
  brush.drawImage(drawn, (width - wide) / 2, (height - high) / 2, wide, high);
}

/** @param {number} time  milliseconds */
export const pause = (time) => new Promise((done) => setTimeout(done, time));
