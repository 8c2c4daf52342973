import { startSandbox } from '../../../src/sandbox/sandbox';
import { MemoryStore } from '../../../src/storage/memory-store';
import { FakeClock } from '../../support/fake-clock';
import { openCartServices } from '../cart-services';

describe('a process that gets no access token when the turn of a cart comes', () => {
  it('fails the cart, unless another process has served it meanwhile', async () => {
    const clock = new FakeClock();
    const sandbox = await startSandbox({ clock });
    const store = new MemoryStore();
    const good = openCartServices(sandbox, store, clock);
    const bad = openCartServices({ ...sandbox, apiSecret: 'wrong' }, store, clock);
    await good.reserve();
    const served = await good.begin();
    const unserved = await good.begin();

    sandbox.setFaults([{ route: 'token', kind: 'latency', delayMs: 100 }]);
    await bad.line.start();
    await good.ledger.withCart(served.id, (lock) => good.calls.reserve(lock, { waitedMs: 0 }));
    expect(await good.ledger.read(served.id)).toMatchObject({ state: 'HELD' });
    await clock.untilTrue(() => bad.line.length === 0);
    await clock.pass(1000);
    expect(await good.ledger.read(served.id)).toMatchObject({ state: 'HELD' });
    expect(await good.ledger.read(unserved.id)).toMatchObject({
      state: 'DELETED',
      operations: [{ outcome: { type: 'UpstreamFailed' } }],
    });
    await Promise.all([good.close(), bad.close()]);
    await sandbox.close();
  });
});
