import { gaveUpPolling } from '../../../src/carts/failures';
import { applyEvent } from '../../../src/carts/lifecycle/apply-event';
import type { CartEvent, FailureMeaning } from '../../../src/carts/lifecycle/cart-event';
import { newCart } from '../../../src/carts/lifecycle/new-cart';
import type { Call, CartRecord } from '../../../src/carts/lifecycle/record';

const START = 1_000_000;
const times = {
  leaseMs: 120_000,
  openSinceMs: START,
  giveUpMs: 300_000,
  releaseGraceMs: 0,
  interruptedAfterMs: 30_000,
};
const MEANINGS: readonly FailureMeaning[] = ['refused', 'cartUnknown', 'notSent', 'lost', 'pollLost'];

const CALLS = {
  reserve: { kind: 'calling', call: 'reserve' },
  shipping: { kind: 'calling', call: 'shipping', shippingOptionId: '4' },
  payment: { kind: 'calling', call: 'payment' },
  purchase: { kind: 'calling', call: 'purchase', reference: { text: 'ours', isUnique: true } },
  delete: { kind: 'calling', call: 'delete' },
} as const satisfies Partial<Record<Call, CartEvent>>;
type Called = keyof typeof CALLS;

const cart = { holdSeconds: 299, items: [], totals: null, payments: [] };
const seatsHeld: CartEvent = { kind: 'seatsHeld', call: 'reserve', upstreamCartId: 'upstream', cart };

/** A new cart after the given events. */
function lifeOf(events: readonly CartEvent[]): CartRecord {
  const request = { eventId: 'event', tickets: [], acceptBestAvailable: true };
  const of = { id: 'cart', eventId: 'event', currency: 'USD', caller: { ip: '192.0.2.1' }, accounts: [] };
  const record = newCart(
    { ...of, requestId: 'request', fingerprint: null, edition: '2015', request, captchaToken: null },
    START,
    times,
  );
  return events.reduce<CartRecord>((before, event) => applyEvent(before, event, START, times), record);
}

/** The events up to a call that is under way. */
function upTo(call: Called): CartEvent[] {
  const before = call === 'reserve' ? [] : [CALLS.reserve, seatsHeld];
  return [...before, ...(call === 'delete' ? [{ kind: 'deleteAsked' } as const] : []), CALLS[call]];
}

/** The events up to the poll for the result of a call. */
const upToPoll = (call: Called): CartEvent[] => [
  ...upTo(call),
  { kind: 'polling', call, polling: { kind: 'polling', url: 'poll-here', waitMs: 4000, cartId: 'upstream' } },
  { kind: 'calling', call: 'poll' },
];

interface Case {
  readonly purpose: Called;
  readonly call: Call;
  readonly meaning: FailureMeaning;
  readonly events: readonly CartEvent[];
}
const cases = (Object.keys(CALLS) as Called[]).flatMap((purpose): Case[] =>
  MEANINGS.flatMap((meaning): Case[] => [
    { purpose, call: purpose, meaning, events: upTo(purpose) },
    { purpose, call: 'poll', meaning, events: upToPoll(purpose) },
  ]),
);

// The database may carry out a write and lose the word of it: then the same failure is written again.
describe('a failure that is written twice counts once', () => {
  test.each(cases)('L5: $call for $purpose: $meaning', ({ call, meaning, events }) => {
    const failed: CartEvent = { kind: 'callFailed', call, failure: gaveUpPolling('request'), meaning };
    const record = lifeOf(events);
    expect(record.calling?.call).toBe(call);
    const once = applyEvent(record, failed, START, times);
    const twice = applyEvent(once, failed, START + 200, times);
    expect(twice.state).toBe(once.state);
    expect(twice.operations).toEqual(once.operations);
  });
});
