// The codewords of a QR code (ISO/IEC 18004): bytes, correction level M, versions 1 to 20.

// Correction bytes in a block and number of blocks, by version.
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

/**
 * The smallest version that holds so many bytes; 0 where none does.
 * @param {number} length
 */
export const smallest = (length) => BLOCKS.findIndex((_, index) => fits(length, index + 1)) + 1;

/**
 * Data and correction, in the order in which they are drawn.
 * @param {Uint8Array} bytes
 * @param {number} version
 */
export const codewords = (bytes, version) => interleaved(packed(bytes, version), version);

/** @param {number} version */
function capacity(version) {
  const raw = Math.floor(modules(version) / 8);
  return raw - CORRECTION[version - 1] * BLOCKS[version - 1];
}

/**
 * How many modules of a version carry data.
 * @param {number} version
 */
function modules(version) {
  const aligned = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const marks = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  return (16 * version + 128) * version + 64 - marks - (version >= 7 ? 36 : 0);
}

/** @param {number} version */
const lengthBits = (version) => (version < 10 ? 8 : 16);

/**
 * @param {number} length
 * @param {number} version
 */
const fits = (length, version) => 4 + lengthBits(version) + 8 * length <= 8 * capacity(version);

/**
 * Mode, length, data and filling, as bytes.
 * @param {Uint8Array} bytes
 * @param {number} version
 */
function packed(bytes, version) {
  const size = capacity(version);
  const length = bytes.length.toString(2).padStart(lengthBits(version), "0");
  let bits = `0100${length}`;
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  bits += "0".repeat(Math.min(4, 8 * size - bits.length));
  bits += "0".repeat(-bits.length & 7);
  const octets = (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2));
  for (let fill = 0xec; octets.length < size; fill ^= 0xec ^ 0x11) octets.push(fill);
  return octets;
}

/**
 * Multiplies in the field of 256 elements that the standard names.
 * @param {number} a
 * @param {number} b
 */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/**
 * The coefficients of the polynomial that correction bytes are the remainder by.
 * @param {number} degree
 */
function divisor(degree) {
  const found = [...Array(degree - 1).fill(0), 1];
  for (let step = 0, root = 1; step < degree; step += 1, root = times(root, 2)) {
    for (let index = 0; index < degree; index += 1) {
      found[index] = times(found[index], root) ^ (found[index + 1] ?? 0);
    }
  }
  return found;
}

/**
 * @param {number[]} block
 * @param {number[]} by
 */
function correction(block, by) {
  const rest = by.map(() => 0);
  for (const byte of block) {
    const factor = byte ^ /** @type {number} */ (rest.shift());
    rest.push(0);
    by.forEach((part, index) => rest[index] ^= times(part, factor));
  }
  return rest;
}

/**
 * Cuts the data into blocks, corrects each, and takes a byte of each in turn.
 * @param {number[]} data
 * @param {number} version
 */
function interleaved(data, version) {
  const count = BLOCKS[version - 1];
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const by = divisor(CORRECTION[version - 1]);
  let from = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const block = data.slice(from, from += short + (index >= count - longer ? 1 : 0));
    return { block, extra: correction(block, by) };
  });
  /** @param {number[][]} rows */
  const turns = (rows) =>
    Array.from(
      { length: Math.max(...rows.map((row) => row.length)) },
      (_, index) => rows.flatMap((row) => index < row.length ? [row[index]] : []),
    ).flat();
  return [...turns(blocks.map(({ block }) => block)), ...turns(blocks.map(({ extra }) => extra))];
}
