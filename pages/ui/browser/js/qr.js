// A QR code (ISO/IEC 18004) from its codewords to its modules. Drawn here, so that it needs no
// server and no library: the saved file has it too.

import { codewords, smallest } from "./codewords.js";

/** @typedef {boolean[][]} Matrix  rows of modules, true is dark */
/** @typedef {(row: number, column: number, dark: boolean) => void} Put */

/** @type {((row: number, column: number) => boolean)[]} */
const MASKS = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => (i * j) % 2 + (i * j) % 3 === 0,
  (i, j) => ((i * j) % 2 + (i * j) % 3) % 2 === 0,
  (i, j) => ((i + j) % 2 + (i * j) % 3) % 2 === 0,
];
const LIKE_FINDER = ["10111010000", "00001011101"];

/**
 * The modules that say a text, without the quiet margin; null where it is too long.
 * @param {string} text
 * @returns {{ matrix: Matrix, version: number, mask: number } | null}
 */
export function code(text) {
  const bytes = new TextEncoder().encode(text);
  const version = smallest(bytes.length);
  if (!version) return null;
  const octets = codewords(bytes, version);
  const drawn = MASKS.map((_, mask) => draw(octets, version, mask));
  const faults = drawn.map(penalty);
  const mask = faults.indexOf(Math.min(...faults));
  return { matrix: drawn[mask], version, mask };
}

/**
 * @param {number[]} octets
 * @param {number} version
 * @param {number} mask
 * @returns {Matrix}
 */
function draw(octets, version, mask) {
  const size = 17 + 4 * version;
  /** @type {(boolean | undefined)[][]} */
  const fixed = Array.from({ length: size }, () => Array(size).fill(undefined));
  marks(size, version, (row, column, dark) => {
    if (fixed[row]?.[column] === undefined && row in fixed && column in fixed) {
      fixed[row][column] = dark;
    }
  });
  format(size, mask, (row, column, dark) => {
    fixed[row][column] = dark;
  });
  const matrix = fixed.map((row) => row.map(Boolean));
  let bit = 0;
  for (const [row, column] of path(size)) {
    if (fixed[row][column] !== undefined) continue;
    const dark = ((octets[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
    matrix[row][column] = Boolean(dark) !== MASKS[mask](row, column);
    bit += 1;
  }
  return matrix;
}

/**
 * The way of the data: two columns at a time, up and down, from the right.
 * @param {number} size
 * @returns {Generator<[number, number]>}
 */
function* path(size) {
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2, upwards = !upwards) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
  }
}

/**
 * What is the same in every code of a version: what is put first stays.
 * @param {number} size
 * @param {number} version
 * @param {Put} put
 */
function marks(size, version, put) {
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]]) square(row, column, 4, put);
  const places = alignment(size, version);
  const last = places.length - 1;
  places.forEach((row, i) =>
    places.forEach((column, j) => {
      const corner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!corner) square(row, column, 2, put);
    })
  );
  for (let index = 8; index < size - 8; index += 1) {
    put(6, index, index % 2 === 0);
    put(index, 6, index % 2 === 0);
  }
  if (version < 7) return;
  const bits = (version << 12) | remainder(version, 12, 0x1f25);
  for (let index = 0; index < 18; index += 1) {
    const [far, near] = [size - 11 + index % 3, Math.floor(index / 3)];
    put(far, near, Boolean((bits >> index) & 1));
    put(near, far, Boolean((bits >> index) & 1));
  }
}

/**
 * Squares within each other, dark and light in turn.
 * @param {number} row
 * @param {number} column
 * @param {number} reach
 * @param {Put} put
 */
function square(row, column, reach, put) {
  for (let i = -reach; i <= reach; i += 1) {
    for (let j = -reach; j <= reach; j += 1) {
      const ring = Math.max(Math.abs(i), Math.abs(j));
      put(row + i, column + j, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

/**
 * @param {number} size
 * @param {number} version
 */
function alignment(size, version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
  const rest = Array.from({ length: count - 1 }, (_, index) => size - 7 - index * step);
  return [6, ...rest.reverse()];
}

/**
 * @param {number} value
 * @param {number} degree
 * @param {number} by
 */
function remainder(value, degree, by) {
  let rest = value;
  for (let step = 0; step < degree; step += 1) rest = (rest << 1) ^ ((rest >> (degree - 1)) * by);
  return rest;
}

/**
 * Correction level (M is 0) and mask, twice, and the module that is always dark.
 * @param {number} size
 * @param {number} mask
 * @param {Put} put
 */
function format(size, mask, put) {
  const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  for (let index = 0; index < 15; index += 1) {
    const dark = Boolean((bits >> index) & 1);
    const along = index < 6 ? index : index < 8 ? index + 1 : null;
    if (along !== null) put(along, 8, dark);
    else put(8, index === 8 ? 7 : 14 - index, dark);
    if (index < 8) put(8, size - 1 - index, dark);
    else put(size - 15 + index, 8, dark);
  }
  put(size - 8, 8, true);
}

/**
 * How hard a code is to read: runs, blocks, what looks like a corner, more dark than light.
 * @param {Matrix} matrix
 */
function penalty(matrix) {
  const size = matrix.length;
  const rows = matrix.map((row) => row.map(Number).join(""));
  const columns = matrix.map((_, index) => matrix.map((row) => Number(row[index])).join(""));
  let found = 0;
  for (const line of [...rows, ...columns]) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) found += run.length - 2;
    for (let at = 0; at + 11 <= size; at += 1) {
      if (LIKE_FINDER.includes(line.slice(at, at + 11))) found += 40;
    }
  }
  for (let i = 0; i + 1 < size; i += 1) {
    for (let j = 0; j + 1 < size; j += 1) {
      const sum = [matrix[i][j], matrix[i + 1][j], matrix[i][j + 1], matrix[i + 1][j + 1]];
      if (sum.every(Boolean) || !sum.some(Boolean)) found += 3;
    }
  }
  const dark = rows.join("").replaceAll("0", "").length / size ** 2;
  return found + 10 * Math.floor(Math.abs(20 * dark - 10));
}
