import type { SeatBlock } from '../catalogue/catalogue-event';
import type { SeatRequest } from './seat-request';
import { adjacentPositions, anyPositions, requestedPositions } from './seat-search';

/** Adjacent seats: positions in `block.seats`. */
export interface Seats {
  block: SeatBlock;
  positions: number[];
}

/** Which seats are taken. No seat is ever taken twice; once sold, it stays taken. */
export class Inventory {
  private readonly taken = new Map<SeatBlock, Set<number>>();
  private sold = 0;

  /** How many seats are taken but not sold. */
  get heldSeats(): number {
    let count = 0;
    for (const positions of this.taken.values()) count += positions.size;
    return count - this.sold;
  }

  /** The free positions in `block`, in ascending order. */
  free(block: SeatBlock): number[] {
    const taken = this.taken.get(block);
    return [...block.seats.keys()].filter((position) => taken?.has(position) !== true);
  }

  /** Takes `quantity` adjacent seats of one block, the first in the catalogue; returns null if there are none. */
  take(blocks: readonly SeatBlock[], quantity: number, request: SeatRequest): Seats | null {
    const allowed = blocks.filter((block) => request.areaFits(block.areaId));
    const seats =
      this.find(allowed, quantity, request, (block) => requestedPositions(block, quantity, request)) ??
      (request.acceptBestAvailable
        ? this.find(allowed, quantity, request, (block) => [...block.seats.keys()])
        : null);
    if (seats !== null) this.takeThese(seats);
    return seats;
  }

  /** Takes seats that are known to be free, such as those released a moment ago. */
  takeThese({ block, positions }: Seats): void {
    const taken = this.taken.get(block) ?? new Set();
    for (const position of positions) taken.add(position);
    this.taken.set(block, taken);
  }

  /** Frees seats. */
  release({ block, positions }: Seats): void {
    const taken = this.taken.get(block);
    for (const position of positions) taken?.delete(position);
  }

  /** Sells taken seats. They never become free again. */
  sell({ positions }: Seats): void {
    this.sold += positions.length;
  }

  private find(
    blocks: readonly SeatBlock[],
    quantity: number,
    { maySingleOut }: SeatRequest,
    candidates: (block: SeatBlock) => number[],
  ): Seats | null {
    for (const block of blocks) {
      const taken = this.taken.get(block);
      const isFree = (position: number) => position in block.seats && taken?.has(position) !== true;
      const free = candidates(block).filter(isFree);
      const positions = block.generalAdmission
        ? anyPositions(free, quantity)
        : adjacentPositions(free, quantity, isFree, maySingleOut);
      if (positions !== null) return { block, positions };
    }
    return null;
  }
}
