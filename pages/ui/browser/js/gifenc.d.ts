// What we use of ../vendor/gifenc.

type Pixels = Uint8Array | Uint8ClampedArray;
type Palette = number[][];
type Format = "rgb565" | "rgb444" | "rgba4444";

interface Frame {
  palette: Palette;
  /** Milliseconds. */
  delay: number;
  transparent: boolean;
  /** The place in the palette that lets the picture before show through. */
  transparentIndex: number;
  /** 1: the picture stays for the next one to lie on. */
  dispose: number;
}

export interface Encoder {
  GIFEncoder(): {
    writeFrame(places: Uint8Array, width: number, height: number, frame: Frame): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
  quantize(pixels: Pixels, most: number, options: { format: Format }): Palette;
  applyPalette(pixels: Pixels, palette: Palette, format: Format): Uint8Array;
}
