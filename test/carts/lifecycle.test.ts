import fc from 'fast-check';

import { gaveUpPolling, interrupted, unknownEvent } from '../../src/carts/failures';
import {
  type Happening,
  type LifecycleTimes,
  after,
  begin,
  isEnded,
  nextStep,
} from '../../src/carts/lifecycle';
import type { Call, CartRecord } from '../../src/carts/record';

const START = 1_000_000;
const times: LifecycleTimes = {
  leaseMs: 120_000,
  openSinceMs: START,
  giveUpMs: 300_000,
  interruptedAfterMs: 30_000,
};

const newCart = (): CartRecord =>
  begin(
    {
      id: 'cart',
      eventId: '3F004CBB88958BF9',
      currency: 'USD',
      caller: { ip: '192.0.2.1' },
      requestId: 'request',
      fingerprint: null,
    },
    START,
    times,
  );

const cart = { holdSeconds: 299, items: [], totals: null };
const polling = (waitMs: number, cartId: string | null = 'upstream') =>
  ({ kind: 'polling', url: 'poll-here', waitMs, cartId }) as const;
const calling = (call: Call): Happening => ({ kind: 'calling', call });
const lost = (call: Call): Happening => ({
  kind: 'callFailed',
  call,
  failure: interrupted('request'),
  answer: 'unknown',
});
const refused = (call: Call): Happening => ({
  kind: 'callFailed',
  call,
  failure: unknownEvent('3F004CBB88958BF9'),
  answer: 'no',
});

/** Tells a new cart the given happenings, one millisecond apart. */
const lifeOf = (...happenings: Happening[]): CartRecord =>
  happenings.reduce((record, happening, at) => after(record, happening, START + at, times), newCart());

const held = () => lifeOf(calling('reserve'), { kind: 'seatsHeld', upstreamCartId: 'upstream', cart });
const pending = (waitMs = 4000) =>
  lifeOf(calling('reserve'), { kind: 'polling', call: 'reserve', polling: polling(waitMs) });

const anyCall = fc.constantFrom<Call>('openCart', 'reserve', 'poll', 'delete');
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
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
    upstreamCartId: fc.constant('upstream'),
    cart: fc
      .option(fc.integer({ min: 0, max: 900 }))
      .map((holdSeconds) => ({ holdSeconds, items: [], totals: null })),
  }),
  fc.constant<Happening>({ kind: 'deleted' }),
  fc.record({
    kind: fc.constant('callFailed' as const),
    call: anyCall,
    failure: fc.constant(gaveUpPolling('request')),
    answer: fc.constantFrom('no' as const, 'gone' as const, 'unknown' as const),
  }),
  fc.constantFrom<Happening>(
    { kind: 'leaseRenewed' },
    { kind: 'shopperLeft' },
    { kind: 'deleteAsked' },
    { kind: 'timePassed' },
  ),
);
const anyLife = fc.array(fc.tuple(anyHappening, fc.integer({ min: 0, max: 200_000 })), { maxLength: 25 });

/** The record after a random life, and the time then. */
function live(life: readonly (readonly [Happening, number])[]): { record: CartRecord; nowMs: number } {
  let nowMs = START;
  let record = newCart();
  for (const [happening, laterMs] of life) {
    nowMs += laterMs;
    record = after(record, happening, nowMs, times);
  }
  return { record, nowMs };
}

describe('for any order of happenings', () => {
  test('L4: no state is left without a next step at a definite time', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const step = nextStep(live(life).record, times);
        expect(Number.isFinite(step.atMs)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('L4: a cart left alone with an upstream that answers nothing comes to its end', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        let { record, nowMs } = live(life);
        for (let steps = 0; !isEnded(record); steps++) {
          expect(steps).toBeLessThan(5000);
          const step = nextStep(record, times);
          nowMs = Math.max(nowMs, step.atMs);
          if (step.kind === 'tick') record = after(record, { kind: 'timePassed' }, nowMs, times);
          else if (step.kind === 'poll' || step.kind === 'delete') {
            record = after(record, calling(step.kind), nowMs, times);
            nowMs += 10_000;
            record = after(record, lost(step.kind), nowMs, times);
          }
        }
        expect(nextStep(record, times).kind).toBe('forget');
      }),
      { numRuns: 500 },
    );
  });

  test('L4: a cart that upstream may hold is never ended by us while upstream has not let go of it', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        let nowMs = START;
        let record = newCart();
        for (const [happening, laterMs] of life) {
          nowMs += laterMs;
          const before = record;
          record = after(before, happening, nowMs, times);
          if (before.state !== 'HELD' || !isEnded(record)) continue;
          const letGo =
            happening.kind === 'deleted' ||
            (happening.kind === 'callFailed' && happening.answer === 'gone') ||
            (record.holdUntilMs !== null && nowMs >= record.holdUntilMs);
          expect(letGo).toBe(true);
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
        expect(after(record, { kind: 'timePassed' }, Math.max(nowMs, step.atMs), times)).not.toBe(record);
      }),
      { numRuns: 2000 },
    );
  });

  test('an outcome once told stands', () => {
    fc.assert(
      fc.property(anyLife, anyHappening, (life, happening) => {
        const { record, nowMs } = live(life);
        const later = after(record, happening, nowMs, times);
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
      record = after(after(record, calling('poll'), nowMs, times), lost('poll'), nowMs, times);
      record = after(record, { kind: 'leaseRenewed' }, nowMs, times);
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
    const later = after(record, { kind: 'timePassed' }, atMs, times);
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
      record = after(after(record, calling('delete'), nowMs, times), { kind: 'deleted' }, nowMs, times);
    }
    expect(deletes.length).toBeGreaterThan(5);
    expect(record.state).toBe('DELETED');
    expect(record.endedAtMs).toBeGreaterThanOrEqual(START + 5 * 60_000);
  });

  test('that was interrupted in a cart session is deleted', () => {
    const record = lifeOf(
      calling('openCart'),
      { kind: 'sessionOpened', upstreamCartId: 'upstream' },
      calling('reserve'),
    );
    const later = after(record, { kind: 'timePassed' }, nextStep(record, times).atMs, times);
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
    const late = after(givenUp, { kind: 'seatsHeld', upstreamCartId: 'late', cart }, START + 9, times);
    expect(late).toMatchObject({ state: 'RELEASING', upstreamCartId: 'late', endedAtMs: null });
  });

  test('that polls is followed to its end before the cart is deleted', () => {
    const left = after(pending(), { kind: 'shopperLeft' }, START + 10, times);
    expect(left.state).toBe('RELEASING');
    expect(nextStep(left, times).kind).toBe('poll');
    const done = after(
      after(left, calling('poll'), START + 5000, times),
      { kind: 'seatsHeld', upstreamCartId: 'upstream', cart },
      START + 5001,
      times,
    );
    expect(nextStep(done, times)).toMatchObject({ kind: 'delete' });
  });

  test('that polls for ever is reported as given up, and deleted unseen in the end', () => {
    let record = pending();
    record = { ...record, leaseUntilMs: Infinity };
    record = after(record, { kind: 'timePassed' }, START + times.giveUpMs, times);
    expect(record.operations[0]?.outcome).toMatchObject({ code: 'GAVE_UP_POLLING' });
    expect(nextStep(record, times).kind).toBe('poll');
    record = after(record, { kind: 'timePassed' }, START + times.giveUpMs + 30 * 60_000, times);
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

describe('a lease', () => {
  test('that lapses gives the seats back', () => {
    const record = held();
    expect(nextStep(record, times)).toEqual({ kind: 'tick', atMs: START + times.leaseMs });
    const lapsed = after(record, { kind: 'timePassed' }, START + times.leaseMs, times);
    expect(nextStep(lapsed, times).kind).toBe('delete');
  });

  test('is renewed by a call, but not written for every one of many', () => {
    const record = held();
    expect(after(record, { kind: 'leaseRenewed' }, START + 1000, times)).toBe(record);
    const later = after(record, { kind: 'leaseRenewed' }, START + 60_000, times);
    expect(later.leaseUntilMs).toBe(START + 60_000 + times.leaseMs);
  });

  test('that lapsed while no process was there to renew it begins anew with the next one', () => {
    const restarted = { ...times, openSinceMs: START + 10 * times.leaseMs };
    const record = { ...held(), holdUntilMs: null };
    expect(nextStep(record, restarted)).toEqual({
      kind: 'tick',
      atMs: restarted.openSinceMs + times.leaseMs,
    });
    const later = after(record, { kind: 'timePassed' }, restarted.openSinceMs + 1, restarted);
    expect(later).toBe(record);
    expect(after(record, { kind: 'leaseRenewed' }, restarted.openSinceMs + 1, restarted).leaseUntilMs).toBe(
      restarted.openSinceMs + 1 + times.leaseMs,
    );
  });

  test('that has lapsed is not brought back to life', () => {
    const record = held();
    expect(after(record, { kind: 'leaseRenewed' }, START + times.leaseMs, times)).toBe(record);
  });
});

describe('a delete', () => {
  const deleting = () => after(held(), { kind: 'deleteAsked' }, START + 10, times);

  test('that upstream refuses is tried again until the hold is surely over', () => {
    let record = deleting();
    const { holdUntilMs } = record;
    let tries = 0;
    for (; !isEnded(record); tries++) {
      const step = nextStep(record, times);
      record =
        step.kind === 'delete'
          ? after(after(record, calling('delete'), step.atMs, times), refused('delete'), step.atMs, times)
          : after(record, { kind: 'timePassed' }, step.atMs, times);
    }
    expect(tries).toBeGreaterThan(10);
    expect(record.state).toBe('EXPIRED');
    expect(record.endedAtMs).toBeGreaterThan(holdUntilMs ?? 0);
  });

  test('of a cart that upstream no longer knows has succeeded', () => {
    const gone: Happening = { ...lost('delete'), answer: 'gone' } as Happening;
    const record = after(after(deleting(), calling('delete'), START + 11, times), gone, START + 12, times);
    expect(record).toMatchObject({ state: 'DELETED', operations: [{}, { kind: 'DELETE', outcome: 'done' }] });
  });

  test('that polls is polled, and deleted again when the poll is refused', () => {
    let record = after(deleting(), calling('delete'), START + 11, times);
    record = after(record, { kind: 'polling', call: 'delete', polling: polling(4000) }, START + 12, times);
    expect(nextStep(record, times)).toEqual({ kind: 'poll', atMs: START + 4012 });
    record = after(after(record, calling('poll'), START + 4012, times), refused('poll'), START + 4013, times);
    expect(nextStep(record, times).kind).toBe('delete');
  });

  test('asked for twice is one operation', () => {
    expect(after(deleting(), { kind: 'deleteAsked' }, START + 20, times).operations).toHaveLength(2);
  });

  test('asked for while the reserve polls answers the reserve as released', () => {
    const record = after(pending(), { kind: 'deleteAsked' }, START + 10, times);
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
