// Where there is land on the map, as a grid of cells: says at once whether a name would lie on it.

/**
 * @import { Box } from "./fit.js"
 * @typedef {{ x: number, y: number }} Corner
 */

const CELL = 3; // pixels

export class Ground {
  /** @type {Int32Array | undefined} the cells' sums from the upper left corner on */
  sums;

  /**
   * @param {number} width  of the view, in pixels
   * @param {number} height
   */
  constructor(width, height) {
    this.columns = Math.ceil(width / CELL);
    this.rows = Math.ceil(height / CELL);
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  /**
   * Marks the cells that a shape covers or its coast touches.
   * @param {Corner[][]} rings  of one shape, holes included
   * @param {Corner} shift  from their pixels to those of the view
   */
  fill(rings, shift) {
    /** @type {Map<number, number[]>} the columns at which the middle of a row is crossed */
    const crossed = new Map();
    for (const ring of rings) {
      ring.forEach((corner, index) => {
        const to = at(corner, shift);
        const from = at(ring[(index || ring.length) - 1], shift);
        this.mark(Math.floor(to.y), Math.floor(to.x), Math.floor(to.x));
        this.cross(from, to, crossed);
      });
    }
    for (const [row, columns] of crossed) {
      columns.sort((a, b) => a - b);
      for (let index = 0; index + 1 < columns.length; index += 2) {
        this.mark(row, Math.floor(columns[index]), Math.floor(columns[index + 1]));
      }
    }
    this.sums = undefined;
  }

  /**
   * @param {Corner} from
   * @param {Corner} to
   * @param {Map<number, number[]>} crossed
   */
  cross(from, to, crossed) {
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
    const first = Math.max(0, Math.ceil(upper.y - 0.5));
    const last = Math.min(this.rows, Math.ceil(lower.y - 0.5));
    for (let row = first; row < last; row += 1) {
      const part = (row + 0.5 - upper.y) / (lower.y - upper.y);
      const columns = crossed.get(row) ?? [];
      columns.push(upper.x + part * (lower.x - upper.x));
      crossed.set(row, columns);
    }
  }

  /**
   * @param {number} row
   * @param {number} first
   * @param {number} last
   */
  mark(row, first, last) {
    if (row < 0 || row >= this.rows || last < 0 || first >= this.columns) return;
    const start = row * this.columns;
    this.cells.fill(1, start + Math.max(0, first), start + Math.min(this.columns - 1, last) + 1);
  }

  /**
   * What part of a box lies on land, from 0 to 1.
   * @param {Box} box
   */
  share({ x, y, w, h }) {
    const { columns, rows } = this;
    const sums = this.sums ??= this.total();
    const [left, top] = [clamp(Math.floor(x / CELL), columns), clamp(Math.floor(y / CELL), rows)];
    const right = clamp(Math.floor((x + w) / CELL) + 1, columns);
    const below = clamp(Math.floor((y + h) / CELL) + 1, rows);
    if (right <= left || below <= top) return 0;
    const wide = columns + 1;
    const covered = sums[below * wide + right] - sums[top * wide + right] -
      sums[below * wide + left] + sums[top * wide + left];
    return covered / ((right - left) * (below - top));
  }

  total() {
    const { cells, columns, rows } = this;
    const wide = columns + 1;
    const sums = new Int32Array(wide * (rows + 1));
    for (let row = 0; row < rows; row += 1) {
      let line = 0;
      for (let column = 0; column < columns; column += 1) {
        line += cells[row * columns + column];
        sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + line;
      }
    }
    return sums;
  }
}

/**
 * @param {Corner} corner
 * @param {Corner} shift
 */
const at = ({ x, y }, shift) => ({ x: (x + shift.x) / CELL, y: (y + shift.y) / CELL });

/**
 * @param {number} value
 * @param {number} most
 */
const clamp = (value, most) => Math.max(0, Math.min(most, value));
