import type { SeatBlock } from '../catalogue-event';

/** The printed seat numbers `1`, `2`, … up to `count`. */
function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/**
 * Complete rows of a section: one row for each letter of `rowLetters`, each with seats 1 to `seatsPerRow`.
 * `areaId` is null if the event has no areas.
 */
export function rows(
  section: string,
  rowLetters: string,
  seatsPerRow: number,
  areaId: number | null = null,
): SeatBlock[] {
  return Array.from(rowLetters, (row) => ({
    section,
    row,
    areaId,
    seats: numbered(seatsPerRow),
    generalAdmission: false,
  }));
}

/** A floor without numbered seats for `places` people. */
export function generalAdmission(places: number): SeatBlock[] {
  return [{ section: 'GA', row: '', areaId: null, seats: numbered(places), generalAdmission: true }];
}

/** The single seats that remain of a row, no two of them adjacent. */
export function singleSeats(section: string, row: string, seatNumbers: number[]): SeatBlock[] {
  return seatNumbers.map((seat) => ({
    section,
    row,
    areaId: null,
    seats: [String(seat)],
    generalAdmission: false,
  }));
}
