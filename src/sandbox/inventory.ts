import type { SeatBlock } from './catalogue/catalogue';
import { placeId } from './places';

/** Which seats a reserve wants. Section, row, seats and places make a specific request; areas only narrow it. */
export interface SeatWish {
  /** Whether seats of this area (null: the block has none) will do. */
  areaFits: (areaId: number | null) => boolean;
  section: string | undefined;
  row: string | undefined;
  beginSeat: string | undefined;
  endSeat: string | undefined;
  /** Place ids; undefined when none are named. */
  places: ReadonlySet<string> | undefined;
  /** Whether other seats will do when the specific ones cannot be had. */
  acceptBestAvailable: boolean;
  /** Whether a single free seat with none free beside it may be left over. */
  maySingleOut: boolean;
}

/** Seats that sit together: positions in `block.seats`. */
export interface Seats {
  block: SeatBlock;
  positions: number[];
}

/** Who holds what. A seat is free or taken, never taken twice; once sold, it stays taken. */
export class Inventory {
  private readonly taken = new Map<SeatBlock, Set<number>>();
  private sold = 0;

  /** How many seats are taken and not sold. */
  get heldSeats(): number {
    let count = 0;
    for (const positions of this.taken.values()) count += positions.size;
    return count - this.sold;
  }

  /** The positions in `block` that are free, in ascending order. */
  free(block: SeatBlock): number[] {
    const taken = this.taken.get(block);
    return [...block.seats.keys()].filter((position) => taken?.has(position) !== true);
  }

  /** Takes `quantity` seats side by side in one block, best (first in the catalogue) first; null if there are none. */
  take(blocks: readonly SeatBlock[], quantity: number, wish: SeatWish): Seats | null {
    const inArea = blocks.filter((block) => wish.areaFits(block.areaId));
    const seats =
      this.first(inArea, quantity, wish, (block) => wishedFor(block, quantity, wish)) ??
      (wish.acceptBestAvailable
        ? this.first(inArea, quantity, wish, (block) => [...block.seats.keys()])
        : null);
    if (seats !== null) this.takeThese(seats);
    return seats;
  }

  /** Takes seats that are known to be free, such as those that a moment ago were released. */
  takeThese({ block, positions }: Seats): void {
    const taken = this.taken.get(block) ?? new Set();
    for (const position of positions) taken.add(position);
    this.taken.set(block, taken);
  }

  /** Gives seats back. */
  release({ block, positions }: Seats): void {
    const taken = this.taken.get(block);
    for (const position of positions) taken?.delete(position);
  }

  /** Sells taken seats, for good. */
  sell({ positions }: Seats): void {
    this.sold += positions.length;
  }

  private first(
    blocks: readonly SeatBlock[],
    quantity: number,
    { maySingleOut }: SeatWish,
    candidates: (block: SeatBlock) => number[],
  ): Seats | null {
    for (const block of blocks) {
      const taken = this.taken.get(block);
      const isFree = (position: number) => position in block.seats && taken?.has(position) !== true;
      const free = candidates(block).filter(isFree);
      const fits = (from: number) => maySingleOut || !singlesOut(isFree, from, from + quantity - 1);
      const positions = block.generalAdmission ? atAll(free, quantity) : sideBySide(free, quantity, fits);
      if (positions !== null) return { block, positions };
    }
    return null;
  }
}

/** The positions in `block` that a specific request allows. */
function wishedFor(block: SeatBlock, quantity: number, wish: SeatWish): number[] {
  if (wish.section !== undefined && wish.section !== block.section) return [];
  if (wish.row !== undefined && wish.row !== block.row) return [];
  const { places } = wish;
  const positions = inRange(block, quantity, wish).filter(
    (position) =>
      places === undefined || places.has(placeId(block.section, block.row, block.seats[position] ?? '')),
  );
  const named = places !== undefined || wish.beginSeat !== undefined || wish.endSeat !== undefined;
  // Exactly the named seats or none: a choice among more of them would not be what was asked for.
  if (named && !wish.acceptBestAvailable && (places?.size ?? positions.length) !== quantity) return [];
  return positions;
}

/** The positions from the begin seat to the end seat; where one is not given, it is as far off as `quantity` reaches. */
function inRange(block: SeatBlock, quantity: number, { beginSeat, endSeat }: SeatWish): number[] {
  if (beginSeat === undefined && endSeat === undefined) return [...block.seats.keys()];
  const begin = beginSeat === undefined ? undefined : block.seats.indexOf(beginSeat);
  const end = endSeat === undefined ? undefined : block.seats.indexOf(endSeat);
  if (begin === -1 || end === -1) return [];
  const from = begin ?? (end ?? 0) - quantity + 1;
  const to = end ?? from + quantity - 1;
  return [...block.seats.keys()].filter((position) => position >= from && position <= to);
}

function atAll(free: number[], quantity: number): number[] | null {
  return free.length < quantity ? null : free.slice(0, quantity);
}

/** The first `quantity` neighbours among ascending positions whose first one `fits`. */
function sideBySide(free: number[], quantity: number, fits: (from: number) => boolean): number[] | null {
  const start = free.findIndex(
    (position, index) => free[index + quantity - 1] === position + quantity - 1 && fits(position),
  );
  return start === -1 ? null : free.slice(start, start + quantity);
}

/** Whether taking the seats `from` … `to` leaves a free seat beside them that has no other free one beside it. */
function singlesOut(isFree: (position: number) => boolean, from: number, to: number): boolean {
  return (isFree(from - 1) && !isFree(from - 2)) || (isFree(to + 1) && !isFree(to + 2));
}
