import { newPurchaseReference } from '../../../src/carts/lost-purchase/reference';
import { startSandbox } from '../../../src/sandbox/sandbox';
import { StoreFailed } from '../../../src/storage/errors';
import { MemoryStore } from '../../../src/storage/memory-store';
import { FakeClock } from '../../support/fake-clock';
import { openCartServices } from '../cart-services';

/** Carries out every write, and reports one of them as failed: as a database whose answer was lost. */
class LosesAnswer extends MemoryStore {
  losesNext = false;
  override async update(...of: Parameters<MemoryStore['update']>): ReturnType<MemoryStore['update']> {
    const written = await super.update(...of);
    if (!this.losesNext) return written;
    this.losesNext = false;
    throw new StoreFailed(new Error('no answer'));
  }
}

describe('a polled purchase, whose failure is written while the answer of the database is lost', () => {
  it.each([
    ['refused: leaves the shopper the seats', 400, 20129, 'HELD', { type: 'PaymentDeclined' }],
    ['not known any more: is looked up, and never deleted', 404, 0, 'UNCONFIRMED', null],
  ])('%s', async (_, status, code, state, outcome) => {
    const clock = new FakeClock();
    const sandbox = await startSandbox({ clock });
    const store = new LosesAnswer();
    const { ledger, calls, reserve, driver, close } = openCartServices(sandbox, store, clock);
    const id = await reserve();
    const polling = { polling_url: `${sandbox.url}/polling/cart/PUT/1`, wait: 1 };
    sandbox.setFaults([
      { route: 'purchase', kind: 'json', status: 202, body: JSON.stringify(polling) },
      { route: 'poll', kind: 'json', status, body: code ? JSON.stringify({ error: { code } }) : '{}' },
    ]);
    await ledger.withCart(id, (lock) => calls.purchase(lock, newPurchaseReference(undefined)));
    expect(await ledger.read(id)).toMatchObject({ state: 'PURCHASING' });

    let hasPolled = false;
    ledger.observe((_id, record) => {
      if (record?.calling?.call !== 'poll') return;
      hasPolled = true;
      store.losesNext = true;
    });
    driver.start();
    await clock.untilTrue(() => hasPolled && !store.losesNext);
    await clock.pass(2000);
    const operations = [{ outcome: 'done' }, { kind: 'PURCHASE', outcome }];
    expect(await ledger.read(id)).toMatchObject({ state, operations });
    expect(sandbox.report()).toMatchObject({ openCarts: 1, requests: { poll: 1 } });
    await close();
    await sandbox.close();
  });
});

/** Takes no writes for a while: a full disk, or a database in a failover. */
class TakesNoWrites extends MemoryStore {
  isAway = false;
  override async update(...of: Parameters<MemoryStore['update']>): ReturnType<MemoryStore['update']> {
    if (this.isAway) throw new StoreFailed(new Error('away'));
    return super.update(...of);
  }
}

describe('a change of a held cart, whose answer cannot be written', () => {
  it('leaves the shopper the seats, which are in the ledger', async () => {
    const clock = new FakeClock();
    const sandbox = await startSandbox({ clock });
    const store = new TakesNoWrites();
    const { ledger, calls, reserve, driver, close, times } = openCartServices(sandbox, store, clock);
    const id = await reserve();
    ledger.observe((_id, record) => {
      store.isAway = record?.calling?.call === 'shipping';
    });
    const set = ledger.withCart(id, (lock) => calls.setShipping(lock, '4'));
    await expect(clock.until(set)).rejects.toThrow(StoreFailed);
    store.isAway = false;
    driver.start();
    await clock.pass(times.interruptedAfterMs);
    expect(await ledger.read(id)).toMatchObject({ state: 'HELD', calling: null, shippingOptionId: null });
    expect(sandbox.report().openCarts).toBe(1);
    await close();
    await sandbox.close();
  });
});
