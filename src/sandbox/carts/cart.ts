import { randomBytes } from 'node:crypto';
import type { CatalogueEvent } from '../catalogue/catalogue-event';
import type { Operation } from '../polling/operation';
import type { CartContents, Holding } from './holding';

/** Upstream's state of one cart. */
export interface Cart {
  readonly id: string;
  /** Whether it began as a captcha session, which survives a failed reserve. */
  readonly session: boolean;
  /** The event of the seats that it holds, or else of its latest reserve. */
  event: CatalogueEvent | null;
  holding: Holding | null;
  /** Its outstanding polled calls. */
  reserving: Operation | null;
  shipping: Operation | null;
  purchasing: Operation | null;
  deleting: Operation | null;
  ended: boolean;
}

/** A cart without seats. */
export function newCart(session: boolean): Cart {
  return {
    id: newCartId(),
    session,
    event: null,
    holding: null,
    reserving: null,
    shipping: null,
    purchasing: null,
    deleting: null,
    ended: false,
  };
}

/** Base64 that always contains `+`, `/` and `=`, so that a client that does not encode it fails at once. */
function newCartId(): string {
  const id = randomBytes(56).toString('base64');
  return `${id.slice(0, 20)}+${id.slice(21, 40)}/${id.slice(41)}`;
}

/** Seats as `section/row/seat`. */
export function seatNames({ seats: { block, positions } }: CartContents): string[] {
  return positions.map((position) => `${block.section}/${block.row}/${block.seats[position] ?? ''}`);
}
