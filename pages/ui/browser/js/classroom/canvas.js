// The canvas a film is taken of.

const WIDE = 1280; // pixels at most

/**
 * Makes a canvas as large as a film of such pictures may be; codecs want even sides.
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLImageElement} drawn
 */
export function size(canvas, { naturalWidth, naturalHeight }) {
  const scale = Math.min(1, WIDE / naturalWidth);
  canvas.width = 2 * Math.round(scale * naturalWidth / 2);
  canvas.height = 2 * Math.round(scale * naturalHeight / 2);
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
