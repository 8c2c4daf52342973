import type { SeatBlock } from './catalogue-event';

/** `1`, `2`, … up to `count`, as seat numbers are printed. */
function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/**
 * Unbroken rows of a section: one row for each letter of `rowLetters`, each with seats 1 to `seatsPerRow`.
 * `areaId` is null where the event has no areas.
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

/** A floor without numbered seats that holds `places` people. */
export function generalAdmission(places: number): SeatBlock[] {
  return [{ section: 'GA', row: '', areaId: null, seats: numbered(places), generalAdmission: true }];
}

/** What is left of a row when only these seats remain and no two of them are neighbours. */
export function singleSeats(section: string, row: string, seatNumbers: number[]): SeatBlock[] {
  return seatNumbers.map((seat) => ({
    section,
    row,
    areaId: null,
    seats: [String(seat)],
    generalAdmission: false,
  }));
}
