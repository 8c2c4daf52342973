import { startSandbox } from '../../../src/sandbox/sandbox';
import { StoreFailed } from '../../../src/storage/errors';
import { MemoryStore } from '../../../src/storage/memory-store';
import { FakeClock } from '../../support/fake-clock';
import { openCartServices } from '../cart-services';

describe('a ledger that fails when the turn of a cart comes', () => {
  it('leaves the cart in line, and it is reserved when the ledger works again', async () => {
    const clock = new FakeClock();
    const sandbox = await startSandbox({ clock });
    const store = new MemoryStore();
    const services = openCartServices(sandbox, store, clock);
    const record = await services.begin();
    const read = store.read.bind(store);
    store.read = () => Promise.reject(new StoreFailed(new Error('full')));
    const joined = services.line.join(record);
    await clock.untilTrue(() => services.errors.length > 0);
    expect(services.line.placeOf(record.id)).toMatchObject({ position: 1 });
    store.read = read;
    await clock.until(joined);
    await clock.pass(1250);
    expect(await services.ledger.read(record.id)).toMatchObject({ state: 'HELD' });
    expect(services.errors.length).toBeLessThan(4);
    await services.close();
    await sandbox.close();
  });

  it.each(['read', 'update', 'tryLock'] as const)(
    'counts no call of the day that was not sent, where it fails at %s',
    async (method) => {
      const clock = new FakeClock();
      const sandbox = await startSandbox({ clock });
      const store = new MemoryStore();
      const { begin, line, api, errors, ledger, close } = openCartServices(sandbox, store, clock, 5000);
      const record = await begin();
      Object.assign(store, { [method]: () => Promise.reject(new StoreFailed(new Error('full'))) });
      const joined = line.join(record);
      await clock.untilTrue(() => errors.length >= 5);
      Reflect.deleteProperty(store, method);
      await clock.until(joined);
      await clock.pass(1250);
      expect(await ledger.read(record.id)).toMatchObject({ state: 'HELD' });
      const { token, reserve } = sandbox.report().requests;
      expect(api.budget.report().usedToday).toBe(token + reserve);
      await close();
      await sandbox.close();
    },
  );

  it('looks again for a cart of which another process had the lock', async () => {
    const clock = new FakeClock();
    const sandbox = await startSandbox({ clock });
    const store = new MemoryStore();
    const services = openCartServices(sandbox, store, clock);
    const record = await services.begin();
    const { read, tryLock } = { read: store.read.bind(store), tryLock: store.tryLock.bind(store) };
    store.tryLock = () => Promise.resolve(null);
    await clock.until(services.line.join(record));
    store.tryLock = tryLock;
    store.read = () => Promise.reject(new StoreFailed(new Error('full')));
    await clock.untilTrue(() => services.errors.length > 0);
    store.read = read;
    await clock.pass(1250);
    expect(await services.ledger.read(record.id)).toMatchObject({ state: 'HELD' });
    await services.close();
    await sandbox.close();
  });
});
