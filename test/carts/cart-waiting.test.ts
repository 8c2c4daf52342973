import { freeAtMs } from '../../src/carts/checkout-rules';
import { unknownCart } from '../../src/carts/failures';
import { Ledger } from '../../src/carts/ledger';
import { newCart } from '../../src/carts/lifecycle/new-cart';
import type { CartRecord } from '../../src/carts/lifecycle/record';
import { newCartId } from '../../src/carts/token';
import { CartWaiting } from '../../src/carts/waiting';
import { MemoryStore } from '../../src/storage/memory-store';
import { FakeClock } from '../support/fake-clock';
import { ORDER } from './cart-services';

const clock = new FakeClock();
const times = {
  leaseMs: 120_000,
  releaseGraceMs: 10_000,
  openSinceMs: clock.now(),
  giveUpMs: 300_000,
  interruptedAfterMs: 6000,
};
let ledger: Ledger;
let waiting: CartWaiting;
let record: CartRecord;
beforeEach(async () => {
  ledger = new Ledger(new MemoryStore(), times, clock);
  waiting = new CartWaiting(ledger, times, clock);
  const of = { id: newCartId(), eventId: ORDER.eventId, currency: 'USD', caller: { ip: '203.0.113.1' } };
  record = newCart(
    {
      ...of,
      accounts: [],
      requestId: 'test',
      fingerprint: null,
      edition: '2015',
      request: ORDER,
      captchaToken: null,
    },
    clock.now(),
    times,
  );
  await ledger.open(record);
});
afterEach(() => ledger.close());

/** Whether `promise` has settled by now. */
async function isSettledBy(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => setImmediate(() => resolve('later')));
  return (await Promise.race([promise, later])) !== 'later';
}

/** When a record is as the callers of these tests want it: deleted. */
const deletedAtMs = ({ state }: CartRecord) => (state === 'DELETED' ? -Infinity : Infinity);

const wait = (waitMs: number, more: { signal?: AbortSignal; keepsLease?: boolean } = {}) =>
  waiting.until(record.id, deletedAtMs, { untilMs: clock.now() + waitMs, ...more });

describe('waiting for a cart', () => {
  it('ends at once if the cart is ready, or if there is none', async () => {
    const patience = { untilMs: clock.now() + 25_000 };
    expect(await waiting.until(record.id, () => clock.now(), patience)).toEqual(record);
    expect(await waiting.until(newCartId(), deletedAtMs, patience)).toBeUndefined();
    expect(await wait(0)).toEqual(record);
  });

  it('ends for all callers as soon as the cart is ready, and not at other changes', async () => {
    const waits = [wait(25_000), wait(25_000), wait(25_000)];
    await ledger.apply(record.id, { kind: 'calling', call: 'openCart' });
    expect(await isSettledBy(Promise.race(waits))).toBe(false);
    await ledger.apply(record.id, { kind: 'sessionOpened', upstreamCartId: 'a' });
    await ledger.apply(record.id, { kind: 'shopperLeft' });
    await ledger.apply(record.id, { kind: 'deleted' });
    for (const each of await Promise.all(waits)) expect(each).toMatchObject({ state: 'DELETED' });
  });

  it('ends at the time at which the unchanged cart becomes ready', async () => {
    const readyAtMs = clock.now() + 10_000;
    const ready = waiting.until(record.id, () => readyAtMs, { untilMs: clock.now() + 25_000 });
    await isSettledBy(ready);
    clock.advance(9999);
    expect(await isSettledBy(ready)).toBe(false);
    clock.advance(1);
    expect(await ready).toEqual(record);
  });

  it('ends when its time is over', async () => {
    const waited = wait(25_000);
    await isSettledBy(waited);
    clock.advance(24_999);
    expect(await isSettledBy(waited)).toBe(false);
    clock.advance(1);
    expect(await waited).toEqual(record);
  });

  it('ends when the cart is forgotten', async () => {
    const waited = wait(25_000);
    await ledger.forget(record.id);
    expect(await waited).toBeUndefined();
  });

  it('ends when the client has gone', async () => {
    const listening = new AbortController();
    const waited = wait(25_000, { signal: listening.signal });
    expect(await isSettledBy(waited)).toBe(false);
    listening.abort();
    expect(await waited).toEqual(record);
  });

  it('ends for all when the process stops, and from then on at once', async () => {
    const waits = [wait(25_000), wait(25_000)];
    await isSettledBy(waits[0] ?? Promise.resolve());
    waiting.end();
    expect(await Promise.all(waits)).toEqual([record, record]);
    expect(await wait(25_000)).toEqual(record);
  });

  it('renews the lease only while a shopper waits, however long', async () => {
    const lease = async () => (await ledger.read(record.id))?.leaseUntilMs ?? 0;
    const listening = new AbortController();
    const waits = [
      wait(Infinity, { signal: listening.signal, keepsLease: true }),
      wait(Infinity, { signal: listening.signal }),
    ];
    for (let quarters = 0; quarters < 8; quarters++) {
      await isSettledBy(Promise.race(waits));
      clock.advance(times.leaseMs / 4);
    }
    await isSettledBy(Promise.race(waits));
    expect(await lease()).toBe(clock.now() + times.leaseMs);
    listening.abort();
    await Promise.all(waits);
    expect(await wait(0)).toMatchObject({ leaseUntilMs: await lease() });
  });
});

describe('L2: work on a cart that is free', () => {
  const inFreeCart = (work: () => Promise<string>, signal?: AbortSignal) => {
    const patience = { untilMs: clock.now() + 25_000, ...(signal && { signal }) };
    return waiting.whenFree(record.id, freeAtMs, patience, work);
  };

  beforeEach(async () => {
    await ledger.apply(record.id, { kind: 'calling', call: 'reserve' });
    const cart = { holdSeconds: 600, items: [], totals: null, payments: [] };
    await ledger.apply(record.id, { kind: 'seatsHeld', call: 'reserve', upstreamCartId: 'a', cart });
  });

  it('is done one at a time, and what it begins is waited for', async () => {
    const begun: string[] = [];
    const begin = (name: string) => async () => {
      begun.push(name);
      await ledger.apply(record.id, { kind: 'calling', call: 'payment' });
      return name;
    };
    const works = [inFreeCart(begin('first')), inFreeCart(begin('second'))];
    expect(await works[0]).toBe('first');
    expect(await isSettledBy(works[1] ?? Promise.resolve())).toBe(false);
    expect(begun).toEqual(['first']);
    const failure = unknownCart();
    await ledger.apply(record.id, { kind: 'callFailed', call: 'payment', failure, meaning: 'refused' });
    expect(await works[1]).toBe('second');
  });

  it('is given up when the wait is over, and not done', async () => {
    await ledger.apply(record.id, { kind: 'calling', call: 'payment' });
    const work = jest.fn(async () => 'done');
    const given = inFreeCart(work);
    await isSettledBy(given);
    clock.advance(25_000);
    expect(await given).toBeNull();
    expect(work).not.toHaveBeenCalled();
  });
});
