import type { Call, CartBase, Operation, Purpose } from './record';

/** More operations than any shopper needs; a token has one byte for the number of the operation. */
export const MOST_OPERATIONS = 200;

/** The operation that a call serves. */
export const operationOf: Readonly<Record<Purpose, Operation['kind']>> = {
  reserve: 'CREATE',
  shipping: 'SHIPPING',
  payment: 'PAYMENT',
  purchase: 'PURCHASE',
  delete: 'DELETE',
};

/** What a call is for; a poll is for what the record states. */
export function purposeOf({ poll }: CartBase, call: Call): Purpose {
  switch (call) {
    case 'poll':
      return poll?.for ?? 'reserve';
    case 'openCart':
      return 'reserve';
    case 'lookUp':
      return 'purchase';
    default:
      return call;
  }
}

/** A pending operation. */
export const newOperation = (kind: Operation['kind'], giveUpAtMs: number): Operation => ({
  kind,
  attempt: 0,
  giveUpAtMs,
  outcome: null,
});

/** When the gateway stops waiting for the pending operation of a kind. Infinity if none is pending. */
export const giveUpAt = ({ operations }: CartBase, kind: Operation['kind']): number =>
  operations.find((operation) => operation.kind === kind && operation.outcome === null)?.giveUpAtMs ??
  Infinity;

/** Settles the pending operations of some kinds. A settled outcome is final. */
export const withOutcome = <Record extends CartBase>(
  record: Record,
  kinds: readonly Operation['kind'][],
  outcome: NonNullable<Operation['outcome']>,
): Record => changePending(record, kinds, (operation) => ({ ...operation, outcome }));

/** Changes the pending operations of some kinds. */
export const changePending = <Record extends CartBase>(
  record: Record,
  kinds: readonly Operation['kind'][],
  change: (operation: Operation) => Operation,
): Record => ({
  ...record,
  operations: record.operations.map((operation) =>
    operation.outcome === null && kinds.includes(operation.kind) ? change(operation) : operation,
  ),
});
