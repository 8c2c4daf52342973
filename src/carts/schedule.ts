import type { CartRecord, Operation, Purpose } from './record';

/** What the gateway has to do next for a cart, and not before `atMs`. */
export interface Step {
  /**
   * `tick` is to tell the record `timePassed`, `lookUp` to find out what became of a purchase, `forget` to remove the
   * record.
   */
  readonly kind: 'poll' | 'delete' | 'lookUp' | 'tick' | 'forget';
  readonly atMs: number;
}

export interface LifecycleTimes {
  /** How long a shopper may be silent. */
  readonly leaseMs: number;
  /** Since when this process listens: nobody could renew a lease with it before. */
  readonly openSinceMs: number;
  /** How long an operation may poll before the shopper is told that it failed. */
  readonly giveUpMs: number;
  /** After this time a call that is still marked as under way has been interrupted: its process died. */
  readonly interruptedAfterMs: number;
}

/** No hold lasts longer; after it, upstream has surely let go of seats that could not be deleted. */
export const LONGEST_HOLD_MS = 30 * 60_000;
/** What two clocks and a slow answer may differ by. */
const HOLD_MARGIN_MS = 30_000;
/** For how long the orders are looked through for a purchase whose answer was lost. */
export const LOOK_UP_FOR_MS = 24 * 60 * 60_000;
/** Ended carts are kept for late readers. */
const KEEP_ENDED_MS = 24 * 60 * 60_000;

/** The operation that a call serves. */
export const operationOf: Readonly<Record<Purpose, Operation['kind']>> = {
  reserve: 'CREATE',
  shipping: 'SHIPPING',
  payment: 'PAYMENT',
  purchase: 'PURCHASE',
  delete: 'DELETE',
};

/** Whether the cart has come to its end: nothing is held, nothing will be. */
export const isEnded = (record: CartRecord): boolean => record.endedAtMs !== null;

/** What is to be done next. There always is something: the last step of an ended cart is to be forgotten. */
export function nextStep(record: CartRecord, times: LifecycleTimes): Step {
  if (record.endedAtMs !== null) return { kind: 'forget', atMs: record.endedAtMs + KEEP_ENDED_MS };
  if (record.calling) return tickAt(record.calling.sinceMs + times.interruptedAfterMs);
  const lapse = tickAt(leaseEndsAt(record, times));
  switch (record.state) {
    case 'RESERVING':
      return record.poll
        ? earliest(pollStep(record), lapse, tickAt(giveUpAt(record)))
        : tickAt(record.createdAtMs + times.interruptedAfterMs);
    case 'HELD': {
      const expiry = tickAt(record.holdUntilMs ?? Infinity);
      return record.poll
        ? earliest(pollStep(record), lapse, expiry, tickAt(giveUpAt(record)))
        : earliest(lapse, expiry);
    }
    case 'PURCHASING':
      return record.poll ? earliest(pollStep(record), tickAt(giveUpAt(record))) : tickAt(giveUpAt(record));
    case 'UNCONFIRMED':
      return earliest(
        { kind: 'lookUp', atMs: record.retry.notBeforeMs },
        tickAt((record.unconfirmedSinceMs ?? record.createdAtMs) + LOOK_UP_FOR_MS),
      );
    case 'RELEASING':
      return earliest(
        record.poll ? pollStep(record) : { kind: 'delete', atMs: record.retry.notBeforeMs },
        tickAt(surelyFreeAt(record)),
      );
    case 'PURCHASED':
    case 'DELETED':
    case 'EXPIRED':
      throw new Error(`A cart in state ${record.state} has no time of its end.`);
  }
}

/** When the shopper is taken for gone. After a restart everyone has a whole lease's time to be heard of again. */
export const leaseEndsAt = ({ leaseUntilMs }: CartRecord, { openSinceMs, leaseMs }: LifecycleTimes): number =>
  Math.max(leaseUntilMs, openSinceMs + leaseMs);

/** When the gateway stops waiting for what polls. */
export function giveUpAt(record: CartRecord): number {
  const kind = operationOf[record.poll?.for ?? (record.state === 'PURCHASING' ? 'purchase' : 'reserve')];
  const open = record.operations.find((operation) => operation.kind === kind && operation.outcome === null);
  return (open ?? record.operations[0])?.giveUpAtMs ?? record.createdAtMs;
}

/** When upstream has let go of the seats by itself, whatever became of our deletes. */
export const surelyFreeAt = (record: CartRecord): number =>
  record.holdUntilMs !== null && record.poll?.for !== 'reserve'
    ? record.holdUntilMs + HOLD_MARGIN_MS
    : (record.releasingSinceMs ?? record.createdAtMs) + LONGEST_HOLD_MS;

const tickAt = (atMs: number): Step => ({ kind: 'tick', atMs });

const earliest = (...steps: Step[]): Step =>
  steps.reduce((first, step) => (step.atMs < first.atMs ? step : first));

/** "Never poll early": upstream's wait, and the pause after a failure, are both minimums. */
const pollStep = ({ poll, retry }: CartRecord): Step => ({
  kind: 'poll',
  atMs: Math.max(poll?.notBeforeMs ?? 0, retry.notBeforeMs),
});
