import type { CreateCartInput } from './gql/graphql.js';

/** What is stored with the cart: enough to repeat the call that creates it, and to show it after a reload. Nobody's name. */
export type Order = Pick<CreateCartInput, 'eventId' | 'tickets'> & { readonly idempotencyKey: string };

/** Whether a stored value is an order of this version of the program. */
export const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' &&
  value !== null &&
  'eventId' in value &&
  'tickets' in value &&
  'idempotencyKey' in value;

/** An order with a new key: repeated after a lost response, it is the same cart. */
export const newOrder = (eventId: string, ticketId: string, quantity: number): Order => ({
  eventId,
  tickets: [{ ticketId, quantity }],
  idempotencyKey: crypto.randomUUID(),
});

/** Returns what came. Throws if nothing did: the error beside it is for operators, not for shoppers. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('No result came.');
  return value;
}
