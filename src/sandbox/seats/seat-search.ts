import type { SeatBlock } from '../catalogue/catalogue-event';
import { placeId } from './place-id';
import type { SeatRequest } from './seat-request';

/** The positions in `block` that a request for specific seats allows. */
export function requestedPositions(block: SeatBlock, quantity: number, request: SeatRequest): number[] {
  if (request.section !== undefined && request.section !== block.section) return [];
  if (request.row !== undefined && request.row !== block.row) return [];
  const { places } = request;
  const positions = inRange(block, quantity, request).filter(
    (position) =>
      places === undefined || places.has(placeId(block.section, block.row, block.seats[position] ?? '')),
  );
  const namesSeats = places !== undefined || request.beginSeat !== undefined || request.endSeat !== undefined;
  // Exactly the named seats or none: a choice among more of them is not what the request says.
  if (namesSeats && !request.acceptBestAvailable && (places?.size ?? positions.length) !== quantity)
    return [];
  return positions;
}

/** The first `quantity` of `free`, which need not be adjacent; null if there are too few. */
export function anyPositions(free: number[], quantity: number): number[] | null {
  return free.length < quantity ? null : free.slice(0, quantity);
}

/**
 * The first `quantity` adjacent positions in `free`, which is ascending; null if there are none. Without
 * `maySingleOut` they may not leave a single free seat beside them.
 */
export function adjacentPositions(
  free: number[],
  quantity: number,
  isFree: (position: number) => boolean,
  maySingleOut: boolean,
): number[] | null {
  const start = free.findIndex((from, index) => {
    const to = from + quantity - 1;
    return free[index + quantity - 1] === to && (maySingleOut || !singlesOut(isFree, from, to));
  });
  return start === -1 ? null : free.slice(start, start + quantity);
}

/** The positions from the begin seat to the end seat. Where one is missing, `quantity` decides the range. */
function inRange(block: SeatBlock, quantity: number, { beginSeat, endSeat }: SeatRequest): number[] {
  if (beginSeat === undefined && endSeat === undefined) return [...block.seats.keys()];
  const begin = beginSeat === undefined ? undefined : block.seats.indexOf(beginSeat);
  const end = endSeat === undefined ? undefined : block.seats.indexOf(endSeat);
  if (begin === -1 || end === -1) return [];
  const from = begin ?? (end ?? 0) - quantity + 1;
  const to = end ?? from + quantity - 1;
  return [...block.seats.keys()].filter((position) => position >= from && position <= to);
}

/** Whether taking the seats `from` … `to` leaves a free seat beside them that has no free neighbour of its own. */
function singlesOut(isFree: (position: number) => boolean, from: number, to: number): boolean {
  return (isFree(from - 1) && !isFree(from - 2)) || (isFree(to + 1) && !isFree(to + 2));
}
