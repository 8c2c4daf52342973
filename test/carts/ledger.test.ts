import { Ledger } from '../../src/carts/ledger';
import { begin } from '../../src/carts/lifecycle';
import { nextStep } from '../../src/carts/schedule';
import type { CartRecord } from '../../src/carts/record';
import { newCartId } from '../../src/carts/token';
import { startSandbox } from '../../src/sandbox/sandbox';
import { MemoryStore } from '../../src/storage/memory-store';
import { FakeClock } from '../support/fake-clock';
import { ORDER, openRooms } from './rooms';

const clock = new FakeClock();
const times = { leaseMs: 120_000, openSinceMs: clock.now(), giveUpMs: 300_000, interruptedAfterMs: 6000 };
let store: MemoryStore;
let ledger: Ledger;
let record: CartRecord;
beforeEach(async () => {
  store = new MemoryStore();
  ledger = new Ledger(store, times, clock);
  const of = { id: newCartId(), eventId: ORDER.eventId, currency: 'USD', caller: { ip: '203.0.113.1' } };
  record = begin({ ...of, requestId: 'test', fingerprint: null }, clock.now(), times);
  await ledger.open(record);
});
afterEach(() => ledger.close());

/** Whether `promise` has settled by now. */
async function isSettledBy(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => setImmediate(() => resolve('later')));
  return (await Promise.race([promise, later])) !== 'later';
}

const isReleased = ({ state }: CartRecord) => state === 'DELETED';

describe('the ledger', () => {
  it('opens a cart once', async () => {
    expect(await ledger.open({ ...record, eventId: 'ANOTHER000000001' })).toBe(false);
    expect(await ledger.read(record.id)).toEqual(record);
  });

  it('holds every cart under the time of its next step', async () => {
    expect(await ledger.nextDueAtMs()).toBe(nextStep(record, times).atMs);
    const changed = await ledger.apply(record.id, { kind: 'calling', call: 'reserve' });
    expect(changed?.calling).toEqual({ call: 'reserve', sinceMs: clock.now() });
    expect(await ledger.nextDueAtMs()).toBe(clock.now() + times.interruptedAfterMs);
  });

  it('writes nothing where nothing changes', async () => {
    const told = jest.fn();
    store.watch(told);
    expect(await ledger.apply(record.id, { kind: 'timePassed' })).toEqual(record);
    expect(await ledger.apply(newCartId(), { kind: 'shopperLeft' })).toBeUndefined();
    expect(told).not.toHaveBeenCalled();
  });

  it('renews a lease that was just renewed without a write', async () => {
    const told = jest.fn();
    store.watch(told);
    clock.advance(1000);
    await ledger.apply(record.id, { kind: 'leaseRenewed' });
    expect(told).not.toHaveBeenCalled();
    clock.advance(10_000);
    await ledger.apply(record.id, { kind: 'leaseRenewed' });
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('does not keep words waiting while somebody has the cart to himself', async () => {
    let free = (): void => {};
    const held = ledger.withCart(record.id, () => new Promise<void>((resolve) => (free = resolve)));
    expect(await ledger.apply(record.id, { kind: 'deleteAsked' })).toMatchObject({ state: 'DELETED' });
    free();
    await held;
  });
});

describe('waiting for a cart', () => {
  const wait = (waitMs: number, signal?: AbortSignal) =>
    ledger.settled(record.id, isReleased, waitMs, signal);

  it('is over at once where it is as wished, or where there is none', async () => {
    expect(await ledger.settled(record.id, () => true, 25_000)).toEqual(record);
    expect(await ledger.settled(newCartId(), isReleased, 25_000)).toBeUndefined();
    expect(await wait(0)).toEqual(record);
  });

  it('is over for all as soon as it is as wished, and not at other changes', async () => {
    const waiting = [wait(25_000), wait(25_000), wait(25_000)];
    await ledger.apply(record.id, { kind: 'calling', call: 'openCart' });
    expect(await isSettledBy(Promise.race(waiting))).toBe(false);
    await ledger.apply(record.id, {
      kind: 'sessionOpened',
      upstreamCartId: 'a',
    });
    await ledger.apply(record.id, { kind: 'shopperLeft' });
    await ledger.apply(record.id, { kind: 'deleted' });
    for (const each of await Promise.all(waiting)) expect(each).toMatchObject({ state: 'DELETED' });
  });

  it('is over when its time is', async () => {
    const waiting = wait(25_000);
    await isSettledBy(waiting);
    clock.advance(24_999);
    expect(await isSettledBy(waiting)).toBe(false);
    clock.advance(1);
    expect(await waiting).toEqual(record);
  });

  it('is over when the cart is forgotten', async () => {
    const waiting = wait(25_000);
    await ledger.forget(record.id);
    expect(await waiting).toBeUndefined();
  });

  it('is over when nobody listens any more', async () => {
    const listening = new AbortController();
    const waiting = wait(25_000, listening.signal);
    expect(await isSettledBy(waiting)).toBe(false);
    listening.abort();
    expect(await waiting).toEqual(record);
  });

  it('is over for all when the process goes down, and from then on at once', async () => {
    const waiting = [wait(25_000), wait(25_000)];
    await isSettledBy(waiting[0] ?? Promise.resolve());
    ledger.endWaiting();
    expect(await Promise.all(waiting)).toEqual([record, record]);
    expect(await wait(25_000)).toEqual(record);
  });
});

describe('L1: the ledger keeps no captcha, and of the shopper only what upstream wants on every call', () => {
  it('after a cart was opened by a captcha and reserved', async () => {
    const sandbox = await startSandbox({ clock, captcha: 'required' });
    const rooms = openRooms(sandbox, store, clock);
    const { id } = await rooms.begin({ caller: { ip: '203.0.113.1', userAgent: 'agent' } });
    await rooms.calls.openCart(id, 'solved-confidential');
    await rooms.calls.reserve(id, ORDER);
    const kept = await rooms.ledger.read(id);
    expect(kept?.state).toBe('HELD');
    expect(JSON.stringify(kept)).not.toContain('confidential');
    expect(JSON.stringify(kept)).not.toContain(sandbox.apiSecret);
    expect(kept?.caller).toEqual({ ip: '203.0.113.1', userAgent: 'agent' });
    await rooms.close();
    await sandbox.close();
  });
});
