import fc from 'fast-check';

import { gaveUpPolling, interrupted, unknownEvent } from '../../../src/carts/failures';
import { applyEvent } from '../../../src/carts/lifecycle/apply-event';
import type { CartEvent } from '../../../src/carts/lifecycle/cart-event';
import { newCart } from '../../../src/carts/lifecycle/new-cart';
import { type Call, type CartRecord, isEnded } from '../../../src/carts/lifecycle/record';
import { nextStep } from '../../../src/carts/lifecycle/schedule';
import type { LifecycleTimes } from '../../../src/carts/lifecycle/times';
import { newToken, readToken } from '../../../src/carts/token';
import { toCartFailure } from '../../../src/carts/upstream/to-cart-failure';
import { UpstreamRefused } from '../../../src/partner-api/errors';

const START = 1_000_000;
const times: LifecycleTimes = {
  leaseMs: 120_000,
  openSinceMs: START,
  giveUpMs: 300_000,
  releaseGraceMs: 0,
  interruptedAfterMs: 30_000,
};

const begin = (): CartRecord =>
  newCart(
    {
      id: 'cart',
      eventId: '3F004CBB88958BF9',
      currency: 'USD',
      caller: { ip: '192.0.2.1' },
      accounts: [],
      requestId: 'request',
      fingerprint: null,
      edition: '2015',
      request: { eventId: '3F004CBB88958BF9', tickets: [], acceptBestAvailable: true },
      captchaToken: null,
    },
    START,
    times,
  );

const cart = { holdSeconds: 299, items: [], totals: null, payments: [] };
const receipt = {
  orderToken: 'token',
  orderNumber: null,
  redemptionUrl: null,
  appUrl: null,
  grandTotal: null,
};
const polling = (waitMs: number, cartId: string | null = 'upstream') =>
  ({ kind: 'polling', url: 'poll-here', waitMs, cartId }) as const;
const calling = (call: Call): CartEvent =>
  call === 'purchase'
    ? { kind: 'calling', call, reference: { text: 'ours', isUnique: true } }
    : call === 'shipping'
      ? { kind: 'calling', call, shippingOptionId: '4' }
      : { kind: 'calling', call };
const lost = (call: Call): CartEvent => ({
  kind: 'callFailed',
  call,
  failure: interrupted('request'),
  meaning: 'lost',
});
const refused = (call: Call): CartEvent => ({
  kind: 'callFailed',
  call,
  failure: unknownEvent('3F004CBB88958BF9'),
  meaning: 'refused',
});

/** A new cart after the given events, one millisecond apart. */
const lifeOf = (...events: CartEvent[]): CartRecord =>
  events.reduce((record, event, at) => applyEvent(record, event, START + at, times), begin());

const held = () =>
  lifeOf(calling('reserve'), { kind: 'seatsHeld', call: 'reserve', upstreamCartId: 'upstream', cart });
const pending = (waitMs = 4000) =>
  lifeOf(calling('reserve'), { kind: 'polling', call: 'reserve', polling: polling(waitMs) });

const anyCall = fc.constantFrom<Call>(
  'openCart',
  'reserve',
  'shipping',
  'payment',
  'purchase',
  'lookUp',
  'poll',
  'delete',
);
const anyEvent: fc.Arbitrary<CartEvent> = fc.oneof(
  anyCall.map(calling),
  fc.record({ kind: fc.constant('sessionOpened' as const), upstreamCartId: fc.constant('upstream') }),
  fc.record({
    kind: fc.constant('polling' as const),
    call: anyCall,
    polling: fc
      .tuple(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom('upstream', null))
      .map(([waitMs, cartId]) => polling(waitMs, cartId)),
  }),
  fc.record({
    kind: fc.constant('seatsHeld' as const),
    call: anyCall,
    upstreamCartId: fc.constant('upstream'),
    cart: fc
      .option(fc.integer({ min: 0, max: 900 }))
      .map((holdSeconds) => ({ holdSeconds, items: [], totals: null, payments: [] })),
  }),
  fc.constant<CartEvent>({ kind: 'deleted' }),
  fc.constant<CartEvent>({ kind: 'purchased', receipt }),
  fc.constant<CartEvent>({ kind: 'notFound' }),
  fc.record({
    kind: fc.constant('callFailed' as const),
    call: anyCall,
    failure: fc.constant(gaveUpPolling('request')),
    meaning: fc.constantFrom(
      'refused' as const,
      'cartUnknown' as const,
      'notSent' as const,
      'lost' as const,
      'pollLost' as const,
    ),
  }),
  fc.constantFrom<CartEvent>(
    { kind: 'leaseRenewed' },
    { kind: 'shopperLeft' },
    { kind: 'deleteAsked' },
    { kind: 'timePassed' },
  ),
);
const anyLife = fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 200_000 })), { maxLength: 25 });

/** The record after a random life, and the time then. */
function live(life: readonly (readonly [CartEvent, number])[]): { record: CartRecord; nowMs: number } {
  let nowMs = START;
  let record = begin();
  for (const [event, laterMs] of life) {
    nowMs += laterMs;
    record = applyEvent(record, event, nowMs, times);
  }
  return { record, nowMs };
}

describe('for any order of events', () => {
  test('L4: no state is left without a next step at a definite time', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const step = nextStep(live(life).record, times);
        expect(Number.isFinite(step.atMs)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('L4: a cart left alone with an upstream that answers nothing ends', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        let { record, nowMs } = live(life);
        for (let steps = 0; !isEnded(record); steps++) {
          expect(steps).toBeLessThan(5000);
          const step = nextStep(record, times);
          nowMs = Math.max(nowMs, step.atMs);
          if (step.kind === 'tick') record = applyEvent(record, { kind: 'timePassed' }, nowMs, times);
          else if (step.kind === 'poll' || step.kind === 'delete' || step.kind === 'lookUp') {
            record = applyEvent(record, calling(step.kind), nowMs, times);
            nowMs += 10_000;
            record = applyEvent(record, lost(step.kind), nowMs, times);
          }
        }
        expect(nextStep(record, times).kind).toBe('forget');
      }),
      { numRuns: 500 },
    );
  });

  test('L4: a cart that upstream may hold is never ended by us while upstream has not freed it', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        let nowMs = START;
        let record = begin();
        for (const [event, laterMs] of life) {
          nowMs += laterMs;
          const before = record;
          record = applyEvent(before, event, nowMs, times);
          if (before.state !== 'HELD' || !isEnded(record)) continue;
          const isFreed =
            event.kind === 'deleted' ||
            event.kind === 'purchased' ||
            (event.kind === 'callFailed' && event.meaning === 'cartUnknown') ||
            (record.holdUntilMs !== null && nowMs >= record.holdUntilMs);
          expect(isFreed).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('every tick that is due changes the record, so that the driver cannot spin', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const { record, nowMs } = live(life);
        const step = nextStep(record, times);
        if (step.kind !== 'tick') return;
        expect(applyEvent(record, { kind: 'timePassed' }, Math.max(nowMs, step.atMs), times)).not.toBe(
          record,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('a settled outcome is final', () => {
    fc.assert(
      fc.property(anyLife, anyEvent, (life, event) => {
        const { record, nowMs } = live(life);
        const later = applyEvent(record, event, nowMs, times);
        record.operations.forEach(({ outcome }, at) => {
          if (outcome !== null) expect(later.operations[at]?.outcome).toEqual(outcome);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('a record survives being written as JSON', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const { record } = live(life);
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
      }),
    );
  });
});

describe('L3: never poll early', () => {
  test("upstream's wait is a minimum", () => {
    expect(nextStep(pending(4000), times)).toEqual({ kind: 'poll', atMs: START + 1 + 4000 });
  });

  test('a wait of nothing is no busy loop', () => {
    expect(nextStep(pending(0), times).atMs).toBeGreaterThan(START + 1);
  });

  test('a poll whose answer was lost waits again, longer each time', () => {
    let record = pending(4000);
    const pauses: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      const nowMs = nextStep(record, times).atMs;
      record = applyEvent(applyEvent(record, calling('poll'), nowMs, times), lost('poll'), nowMs, times);
      record = applyEvent(record, { kind: 'leaseRenewed' }, nowMs, times);
      pauses.push(nextStep(record, times).atMs - nowMs);
    }
    expect(pauses).toEqual([4000, 4000, 4000, 8000, 16_000, 30_000]);
  });
});

describe('a reserve', () => {
  test('that was interrupted without an id ends: there is nothing to delete (the exception of L4)', () => {
    const record = lifeOf(calling('reserve'));
    const { atMs, kind } = nextStep(record, times);
    expect(kind).toBe('tick');
    const later = applyEvent(record, { kind: 'timePassed' }, atMs, times);
    expect(later).toMatchObject({ state: 'DELETED', operations: [{ outcome: { type: 'UpstreamFailed' } }] });
  });

  test('whose end nobody saw is deleted again and again, for as long as it may yet take seats', () => {
    let record = lifeOf(
      calling('openCart'),
      { kind: 'sessionOpened', upstreamCartId: 'upstream' },
      calling('reserve'),
      lost('reserve'),
    );
    const deletes: number[] = [];
    while (!isEnded(record)) {
      const { kind, atMs } = nextStep(record, times);
      expect(kind).toBe('delete');
      deletes.push(atMs);
      const nowMs = Math.max(atMs, START + 3);
      record = applyEvent(
        applyEvent(record, calling('delete'), nowMs, times),
        { kind: 'deleted' },
        nowMs,
        times,
      );
    }
    expect(deletes.length).toBeGreaterThan(5);
    expect(record.state).toBe('DELETED');
    expect(isEnded(record) && record.endedAtMs).toBeGreaterThanOrEqual(START + 5 * 60_000);
  });

  test('that was interrupted in a cart session is deleted', () => {
    const record = lifeOf(
      calling('openCart'),
      { kind: 'sessionOpened', upstreamCartId: 'upstream' },
      calling('reserve'),
    );
    const later = applyEvent(record, { kind: 'timePassed' }, nextStep(record, times).atMs, times);
    expect(later.state).toBe('RELEASING');
    expect(nextStep(later, times).kind).toBe('delete');
  });

  test('that was not sent yet is not sent after the shopper has left', () => {
    const record = lifeOf({ kind: 'shopperLeft' }, calling('reserve'));
    expect(record).toMatchObject({ state: 'DELETED', calling: null });
  });

  test('whose shopper left meanwhile is released when its answer comes', () => {
    const record = lifeOf(
      calling('reserve'),
      { kind: 'shopperLeft' },
      {
        kind: 'seatsHeld',
        call: 'reserve',
        upstreamCartId: 'upstream',
        cart,
      },
    );
    expect(record.state).toBe('RELEASING');
    expect(nextStep(record, times).kind).toBe('delete');
  });

  test('whose answer comes after the cart was given up for lost is released all the same', () => {
    const givenUp = lifeOf(calling('reserve'), lost('reserve'));
    expect(givenUp.state).toBe('DELETED');
    const late = applyEvent(
      givenUp,
      { kind: 'seatsHeld', call: 'reserve', upstreamCartId: 'late', cart },
      START + 9,
      times,
    );
    expect(late).toMatchObject({ state: 'RELEASING', upstreamCartId: 'late' });
  });

  test('that polls is followed to its end before the cart is deleted', () => {
    const left = applyEvent(pending(), { kind: 'shopperLeft' }, START + 10, times);
    expect(left.state).toBe('RELEASING');
    expect(nextStep(left, times).kind).toBe('poll');
    const done = applyEvent(
      applyEvent(left, calling('poll'), START + 5000, times),
      { kind: 'seatsHeld', call: 'reserve', upstreamCartId: 'upstream', cart },
      START + 5001,
      times,
    );
    expect(nextStep(done, times)).toMatchObject({ kind: 'delete' });
  });

  test('that polls for ever is reported as given up, and deleted unseen in the end', () => {
    let record = pending();
    record = { ...record, leaseUntilMs: Infinity };
    record = applyEvent(record, { kind: 'timePassed' }, START + times.giveUpMs, times);
    expect(record.operations[0]?.outcome).toMatchObject({ code: 'GAVE_UP_POLLING' });
    expect(nextStep(record, times).kind).toBe('poll');
    record = applyEvent(record, { kind: 'timePassed' }, START + times.giveUpMs + 30 * 60_000, times);
    expect(nextStep(record, times).kind).toBe('delete');
  });

  test('that upstream refused in a cart session leaves no session behind', () => {
    const record = lifeOf(
      calling('openCart'),
      { kind: 'sessionOpened', upstreamCartId: 'upstream' },
      calling('reserve'),
      refused('reserve'),
    );
    expect(record).toMatchObject({
      state: 'RELEASING',
      operations: [{ outcome: { type: 'EventNotSellable' } }],
    });
  });
});

describe('a place that is kept for a new captcha', () => {
  test('takes so many wrong ones, and never more operations than a token can name', () => {
    const solved: CartEvent = { kind: 'captchaSolved', captchaToken: 'wrong', fingerprint: null };
    const failure = toCartFailure(new UpstreamRefused(10031, 400), begin());
    const wrong: CartEvent = { kind: 'callFailed', call: 'reserve', failure, meaning: 'refused' };
    let record = applyEvent(begin(), calling('reserve'), START, times);
    record = applyEvent(record, wrong, START + 6000, times);
    for (let tries = 0; tries < 300; tries++) {
      record = applyEvent(record, solved, START + 6000, times);
      record = applyEvent(record, calling('reserve'), START + 6000, times);
      record = applyEvent(record, wrong, START + 6000, times);
    }
    record = applyEvent(record, { kind: 'deleteAsked' }, START + 6000, times);
    const last = record.operations.length - 1;
    expect(last).toBeGreaterThan(100);
    expect(readToken(newToken('A'.repeat(24), last))?.operation).toBe(last);
  });
});

describe('a lease', () => {
  test('that lapses gives the seats back', () => {
    const record = held();
    expect(nextStep(record, times)).toEqual({ kind: 'tick', atMs: START + times.leaseMs });
    const lapsed = applyEvent(record, { kind: 'timePassed' }, START + times.leaseMs, times);
    expect(nextStep(lapsed, times).kind).toBe('delete');
  });

  test('is renewed by a call, but not written for every one of many', () => {
    const record = held();
    expect(applyEvent(record, { kind: 'leaseRenewed' }, START + 1000, times)).toBe(record);
    const later = applyEvent(record, { kind: 'leaseRenewed' }, START + 60_000, times);
    expect(later.leaseUntilMs).toBe(START + 60_000 + times.leaseMs);
  });

  test('that ended while no process was running begins again with the next process', () => {
    const restarted = { ...times, openSinceMs: START + 10 * times.leaseMs };
    const record = { ...held(), holdUntilMs: null };
    expect(nextStep(record, restarted)).toEqual({
      kind: 'tick',
      atMs: restarted.openSinceMs + times.leaseMs,
    });
    const later = applyEvent(record, { kind: 'timePassed' }, restarted.openSinceMs + 1, restarted);
    expect(later).toBe(record);
    expect(
      applyEvent(record, { kind: 'leaseRenewed' }, restarted.openSinceMs + 1, restarted).leaseUntilMs,
    ).toBe(restarted.openSinceMs + 1 + times.leaseMs);
  });

  test('that has lapsed is not brought back to life', () => {
    const record = held();
    expect(applyEvent(record, { kind: 'leaseRenewed' }, START + times.leaseMs, times)).toBe(record);
  });
});

describe('a page that says that the shopper leaves', () => {
  const graceful = { ...times, releaseGraceMs: 10_000 };
  const left = (record = held()) => applyEvent(record, { kind: 'shopperLeft' }, START + 1000, graceful);

  test('ends the lease after the grace, and not later if it says so again', () => {
    expect(nextStep(left(), graceful)).toEqual({ kind: 'tick', atMs: START + 11_000 });
    expect(applyEvent(left(), { kind: 'shopperLeft' }, START + 5000, graceful)).toEqual(left());
    expect(applyEvent(left(), { kind: 'timePassed' }, START + 10_999, graceful).state).toBe('HELD');
    expect(applyEvent(left(), { kind: 'timePassed' }, START + 11_000, graceful).state).toBe('RELEASING');
  });

  test('is wrong if a call names the cart within the grace', () => {
    const back = applyEvent(left(), { kind: 'leaseRenewed' }, START + 10_999, graceful);
    expect(nextStep(back, graceful)).toEqual({ kind: 'tick', atMs: START + 10_999 + times.leaseMs });
    expect(applyEvent(left(), { kind: 'leaseRenewed' }, START + 11_000, graceful)).toEqual(left());
  });

  test('does not make the lease longer', () => {
    const record = { ...held(), leaseUntilMs: START + times.leaseMs };
    const late = applyEvent(record, { kind: 'shopperLeft' }, START + times.leaseMs - 1, graceful);
    expect(nextStep(late, graceful).atMs).toBe(START + times.leaseMs);
  });

  test('has its whole grace again after a restart, and no whole lease', () => {
    const restarted = { ...graceful, openSinceMs: START + 60_000 };
    expect(nextStep(left(), restarted)).toEqual({ kind: 'tick', atMs: START + 70_000 });
  });
});

describe('a delete', () => {
  const deleting = () => applyEvent(held(), { kind: 'deleteAsked' }, START + 10, times);

  test('that upstream refuses is tried again until the hold is surely over', () => {
    let record = deleting();
    const { holdUntilMs } = record;
    let tries = 0;
    for (; !isEnded(record); tries++) {
      const step = nextStep(record, times);
      record =
        step.kind === 'delete'
          ? applyEvent(
              applyEvent(record, calling('delete'), step.atMs, times),
              refused('delete'),
              step.atMs,
              times,
            )
          : applyEvent(record, { kind: 'timePassed' }, step.atMs, times);
    }
    expect(tries).toBeGreaterThan(10);
    expect(record.state).toBe('EXPIRED');
    expect(isEnded(record) && record.endedAtMs).toBeGreaterThan(holdUntilMs ?? 0);
  });

  test('of a cart that upstream no longer knows has succeeded', () => {
    const gone = { ...lost('delete'), meaning: 'cartUnknown' } as CartEvent;
    const record = applyEvent(
      applyEvent(deleting(), calling('delete'), START + 11, times),
      gone,
      START + 12,
      times,
    );
    expect(record).toMatchObject({ state: 'DELETED', operations: [{}, { kind: 'DELETE', outcome: 'done' }] });
  });

  test('that polls is polled, and deleted again when the poll is refused', () => {
    let record = applyEvent(deleting(), calling('delete'), START + 11, times);
    record = applyEvent(
      record,
      { kind: 'polling', call: 'delete', polling: polling(4000) },
      START + 12,
      times,
    );
    expect(nextStep(record, times)).toEqual({ kind: 'poll', atMs: START + 4012 });
    record = applyEvent(
      applyEvent(record, calling('poll'), START + 4012, times),
      refused('poll'),
      START + 4013,
      times,
    );
    expect(nextStep(record, times).kind).toBe('delete');
  });

  test('asked for twice is one operation', () => {
    expect(applyEvent(deleting(), { kind: 'deleteAsked' }, START + 20, times).operations).toHaveLength(2);
  });

  test('asked for while a call is under way that the gate then refuses keeps its number', () => {
    for (const call of ['shipping', 'payment'] as const) {
      const asked = applyEvent(
        applyEvent(held(), calling(call), START + 5, times),
        { kind: 'deleteAsked' },
        START + 6,
        times,
      );
      const refusedByGate = applyEvent(asked, { kind: 'turnedAway', call }, START + 7, times);
      expect(refusedByGate).toMatchObject({ state: 'RELEASING', calling: null });
      expect(refusedByGate.operations[2]).toMatchObject({ kind: 'DELETE', outcome: null });
    }
  });

  test('asked for while the reserve polls answers the reserve as released', () => {
    const record = applyEvent(pending(), { kind: 'deleteAsked' }, START + 10, times);
    expect(record.operations).toMatchObject([
      { kind: 'CREATE', outcome: { type: 'CartGone', code: 'CART_RELEASED' } },
      { kind: 'DELETE', outcome: null },
    ]);
  });
});

test('an ended cart is forgotten a day later', () => {
  const record = lifeOf(calling('reserve'), refused('reserve'));
  expect(nextStep(record, times)).toEqual({ kind: 'forget', atMs: START + 1 + 24 * 60 * 60_000 });
});

describe('L5: bought at most once, and an unknown outcome is never called a failure', () => {
  const buying = () => applyEvent(held(), calling('purchase'), START + 10, times);

  test('the intent is written down, and nothing else is begun while it is open', () => {
    expect(buying()).toMatchObject({
      state: 'PURCHASING',
      reference: { text: 'ours' },
      calling: { call: 'purchase' },
    });
    for (const call of ['purchase', 'shipping', 'payment', 'delete'] as const) {
      expect(applyEvent(buying(), calling(call), START + 11, times).operations).toHaveLength(2);
      expect(applyEvent(buying(), calling(call), START + 11, times).calling?.call).toBe('purchase');
    }
  });

  test.each<[string, CartEvent]>([
    ['whose answer is lost', lost('purchase')],
    ['that is interrupted', { kind: 'timePassed' }],
  ])('a purchase %s is unconfirmed: looked up, never sent again', (_, event) => {
    const record = applyEvent(buying(), event, START + 10 + times.interruptedAfterMs, times);
    expect(record).toMatchObject({
      state: 'UNCONFIRMED',
      operations: [{}, { kind: 'PURCHASE', outcome: null }],
    });
    expect(nextStep(record, times).kind).toBe('lookUp');
    expect(applyEvent(record, calling('purchase'), START + 999_999, times).calling).toBeNull();
  });

  test('an unconfirmed purchase that the orders show is bought', () => {
    let record = applyEvent(buying(), lost('purchase'), START + 20, times);
    record = applyEvent(
      applyEvent(record, calling('lookUp'), START + 2000, times),
      { kind: 'notFound' },
      START + 2001,
      times,
    );
    expect(record.state).toBe('UNCONFIRMED');
    record = applyEvent(record, { kind: 'purchased', receipt }, START + 9000, times);
    expect(record).toMatchObject({ state: 'PURCHASED', operations: [{}, { outcome: 'done' }], receipt });
  });

  test('one that nobody can settle ends unconfirmed, not failed', () => {
    let record = applyEvent(buying(), lost('purchase'), START + 20, times);
    while (!isEnded(record)) {
      const { kind, atMs } = nextStep(record, times);
      record =
        kind === 'lookUp'
          ? applyEvent(applyEvent(record, calling('lookUp'), atMs, times), { kind: 'notFound' }, atMs, times)
          : applyEvent(record, { kind: 'timePassed' }, atMs, times);
    }
    expect(record).toMatchObject({ state: 'UNRESOLVED', operations: [{}, { outcome: null }] });
    expect(applyEvent(record, { kind: 'purchased', receipt }, START, times).state).toBe('PURCHASED');
  });

  test('one that upstream refuses leaves the cart held, to be paid otherwise', () => {
    const record = applyEvent(buying(), refused('purchase'), START + 20, times);
    expect(record).toMatchObject({
      state: 'HELD',
      operations: [{}, { outcome: { type: 'EventNotSellable' } }],
    });
    expect(applyEvent(record, calling('purchase'), START + 30, times).operations).toHaveLength(3);
  });

  test('one that polls is followed, and unconfirmed when that never ends', () => {
    let record = applyEvent(
      buying(),
      { kind: 'polling', call: 'purchase', polling: polling(4000) },
      START + 20,
      times,
    );
    expect(nextStep(record, times)).toEqual({ kind: 'poll', atMs: START + 4020 });
    record = applyEvent(record, { kind: 'timePassed' }, START + 10 + times.giveUpMs, times);
    expect(record.state).toBe('UNCONFIRMED');
  });

  test('a cart that is being bought is neither deleted nor released', () => {
    expect(applyEvent(buying(), { kind: 'shopperLeft' }, START + 20, times)).toEqual(buying());
    expect(applyEvent(buying(), { kind: 'deleteAsked' }, START + 20, times)).toEqual(buying());
  });
});
