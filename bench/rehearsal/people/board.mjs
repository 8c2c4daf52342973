/** Where each shopper is at this moment, for pictures and the progress bar. */
export class Board {
  /** In line, with a place. */
  inLine = 0;
  /** Upstream is asked for their seats. */
  beingServed = 0;
  /** Have seats, and decide or pay. */
  withSeats = 0;
  /** Their morning has ended. */
  gone = 0;
  /** Bought their seats. */
  bought = 0;

  /** Moves a shopper from one place to another; null: not there yet. */
  move(from, to) {
    if (from === to) return;
    if (from !== null) this[from]--;
    this[to]++;
  }
}
