import { startSandbox } from '../../../src/sandbox/sandbox';
import type { Document } from '../../../src/storage/store';
import { MemoryStore } from '../../../src/storage/memory-store';
import { Stop } from '../../../src/stop';
import { FakeClock } from '../../support/fake-clock';
import { ORDER, openCartServices } from '../cart-services';

/** Ten carts for one that an account may have open. */
const ACCOUNT = { name: 'a', mostCarts: 1 };
const CARTS = 10;

/** A large ledger: while a process reads it, other processes go on. */
class Large extends MemoryStore {
  meanwhile = async (): Promise<void> => {};
  override async *all(): AsyncGenerator<readonly [string, Document]> {
    yield* super.all();
    await this.meanwhile();
  }
}

describe('carts that leave the line while a process that starts still reads the ledger', () => {
  it('count for nothing as soon as their turn comes', async () => {
    const clock = new FakeClock();
    const sandbox = await startSandbox({ clock });
    const store = new Large();
    const other = openCartServices(sandbox, store, clock);
    const begun = Array.from({ length: CARTS }, () => other.begin({ accounts: [ACCOUNT] }));
    const carts = await Promise.all(begun);
    store.meanwhile = async () => {
      for (const { id } of carts) await other.ledger.apply(id, { kind: 'deleteAsked' });
    };
    const starting = openCartServices(sandbox, store, clock);
    await starting.line.start();
    await clock.pass(2000);
    const creator = {
      caller: { ip: '203.0.113.9' },
      accounts: [ACCOUNT],
      requestId: 'r',
      signal: new Stop(),
    };
    const created = await clock.until(starting.desk.create(ORDER, creator, 0));
    expect(created).toMatchObject({ kind: 'cart' });
    await Promise.all([other.close(), starting.close()]);
    await sandbox.close();
  });
});
