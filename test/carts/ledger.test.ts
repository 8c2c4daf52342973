import { Ledger } from '../../src/carts/ledger';
import { newCart } from '../../src/carts/lifecycle/new-cart';
import { nextStep } from '../../src/carts/lifecycle/schedule';
import type { CartRecord } from '../../src/carts/lifecycle/record';
import { newCartId } from '../../src/carts/token';
import { startSandbox } from '../../src/sandbox/sandbox';
import { MemoryStore } from '../../src/storage/memory-store';
import { FakeClock } from '../support/fake-clock';
import { ORDER, openCartServices } from './cart-services';

const clock = new FakeClock();
const times = {
  leaseMs: 120_000,
  releaseGraceMs: 0,
  openSinceMs: clock.now(),
  giveUpMs: 300_000,
  interruptedAfterMs: 6000,
};
let store: MemoryStore;
let ledger: Ledger;
let record: CartRecord;
beforeEach(async () => {
  store = new MemoryStore();
  ledger = new Ledger(store, times, clock);
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

  it('reports each change once, with the record before it, and nothing where nothing changes', async () => {
    const changes: [string | undefined, string | undefined][] = [];
    ledger.observe((_, after, before) => void changes.push([before?.state, after?.state]));
    await ledger.apply(record.id, { kind: 'timePassed' });
    await ledger.apply(record.id, { kind: 'shopperLeft' });
    await ledger.apply(record.id, { kind: 'shopperLeft' });
    await ledger.forget(record.id);
    expect(changes).toEqual([
      ['RESERVING', 'DELETED'],
      ['DELETED', undefined],
    ]);
  });

  it('writes nothing where nothing changes', async () => {
    const onChange = jest.fn();
    store.watch(onChange);
    expect(await ledger.apply(record.id, { kind: 'timePassed' })).toEqual(record);
    expect(await ledger.apply(newCartId(), { kind: 'shopperLeft' })).toBeUndefined();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('renews a lease that was just renewed without a write', async () => {
    const onChange = jest.fn();
    store.watch(onChange);
    clock.advance(1000);
    await ledger.apply(record.id, { kind: 'leaseRenewed' });
    expect(onChange).not.toHaveBeenCalled();
    clock.advance(10_000);
    await ledger.apply(record.id, { kind: 'leaseRenewed' });
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('applies events while the lock of the cart is held', async () => {
    let free = (): void => {};
    const held = ledger.withCart(record.id, () => new Promise<void>((resolve) => (free = resolve)));
    expect(await ledger.apply(record.id, { kind: 'deleteAsked' })).toMatchObject({ state: 'DELETED' });
    free();
    await held;
  });
});

describe('R-EDITION-3: the ledger of another edition on the same store', () => {
  it('neither knows a cart, nor changes it, nor removes it', async () => {
    const other = new Ledger(store, times, clock, '2018');
    const observed = jest.fn();
    other.observe(observed);
    const document = await store.read(record.id);
    expect(await other.read(record.id)).toBeUndefined();
    expect(await other.apply(record.id, { kind: 'deleteAsked' })).toBeUndefined();
    await other.forget(record.id);
    for await (const cart of other.all()) throw new Error(`It lists ${cart.id}.`);
    expect(await other.open(record)).toBe(false);
    expect(await store.read(record.id)).toBe(document);
    expect(observed).not.toHaveBeenCalled();
    other.close();
  });

  it('knows its own carts, and those of earlier releases are of 2015', async () => {
    const own = new Ledger(store, times, clock, '2015');
    const old: Partial<CartRecord> = { ...record, id: 'from-before' };
    delete (old as { edition?: string }).edition;
    await store.insert('from-before', { body: old, dueAtMs: 0 });
    expect(await own.read(record.id)).toEqual(record);
    expect(await own.read('from-before')).toMatchObject({ edition: '2015' });
    own.close();
  });
});

describe('L1: the ledger keeps no captcha, and of the shopper only what upstream wants on every call', () => {
  it('after a cart was opened by a captcha and reserved', async () => {
    const sandbox = await startSandbox({ clock, captcha: 'required' });
    const services = openCartServices(sandbox, store, clock);
    const { id } = await services.begin({ caller: { ip: '203.0.113.1', userAgent: 'agent' } });
    await services.ledger.withCart(id, async (lock) => {
      await services.calls.openCart(lock, 'solved-confidential', { waitedMs: 0 });
      await services.calls.reserve(lock, { waitedMs: 0 });
    });
    const kept = await services.ledger.read(id);
    expect(kept?.state).toBe('HELD');
    expect(JSON.stringify(kept)).not.toContain('confidential');
    expect(JSON.stringify(kept)).not.toContain(sandbox.apiSecret);
    expect(kept?.caller).toEqual({ ip: '203.0.113.1', userAgent: 'agent' });
    await services.close();
    await sandbox.close();
  });
});
