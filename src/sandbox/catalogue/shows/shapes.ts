import type { SeatBlock } from '../catalogue-event';
import { generalAdmission, rows } from './seating';

/** How a venue is divided: its areas, their prices and its places. */
export interface Shape {
  /** Price levels; `percent` is of the show's full price. */
  levels: { id: number; description: string; percent: number }[];
  /** Areas with the ids of the levels sold in each; empty if there is no choice of area. */
  areas: { id: number; description: string; levels: number[] }[];
  seating: SeatBlock[];
}

/** A standing floor. Its only price has the id 0, which is a valid id. */
export const club: Shape = {
  levels: [{ id: 0, description: 'Standing', percent: 100 }],
  areas: [],
  seating: generalAdmission(400),
};

/** Numbered seats at one price, without areas. */
export const stadium: Shape = {
  levels: [{ id: 0, description: 'Full Price Ticket', percent: 100 }],
  areas: [],
  seating: ['201', '202', '203', '204', '205', '206'].flatMap((section) => rows(section, 'ABCDEFGHIJK', 14)),
};

/** Stalls and two balconies. Some price levels apply to more than one of them. */
export const theatre: Shape = {
  levels: [
    { id: 1, description: 'Price Level 1', percent: 100 },
    { id: 2, description: 'Price Level 2', percent: 70 },
    { id: 3, description: 'Price Level 3', percent: 45 },
  ],
  areas: [
    { id: 0, description: 'Orchestra', levels: [1] },
    { id: 1, description: 'Mezzanine', levels: [1, 2] },
    { id: 2, description: 'Balcony', levels: [2, 3] },
  ],
  seating: [
    ...rows('ORCH', 'ABCDEFGHJKLM', 20, 0),
    ...rows('MEZZ', 'ABCDEF', 18, 1),
    ...rows('BALC', 'ABCDEFGH', 16, 2),
  ],
};

/** A seated floor with two rings around it. */
export const arena: Shape = {
  levels: [
    { id: 4, description: 'Floor', percent: 100 },
    { id: 5, description: 'Lower Bowl', percent: 80 },
    { id: 6, description: 'Upper Bowl', percent: 40 },
  ],
  areas: [
    { id: 10, description: 'Floor', levels: [4] },
    { id: 20, description: 'Lower Bowl', levels: [5] },
    { id: 30, description: 'Upper Bowl', levels: [6] },
  ],
  seating: [
    ...rows('FLR1', 'ABCDEFGH', 14, 10),
    ...['101', '102', '103', '104'].flatMap((section) => rows(section, 'ABCDEFGHJK', 12, 20)),
    ...['301', '302', '303', '304'].flatMap((section) => rows(section, 'ABCDEF', 16, 30)),
  ],
};
