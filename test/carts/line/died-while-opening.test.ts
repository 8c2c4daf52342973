import { startSandbox } from '../../../src/sandbox/sandbox';
import { MemoryStore } from '../../../src/storage/memory-store';
import { FakeClock } from '../../support/fake-clock';
import { openCartServices } from '../cart-services';

describe('a process that died while it opened the session of a cart', () => {
  it('leaves the cart to the next one, which serves it, also if its shopper polled meanwhile', async () => {
    const clock = new FakeClock();
    const sandbox = await startSandbox({ clock, captcha: 'required' });
    const store = new MemoryStore();
    const first = openCartServices(sandbox, store, clock);
    const leaseUntilMs = clock.now() + first.times.leaseMs / 2;
    const { id } = await first.begin({ leaseUntilMs }, 'solved-here');
    await first.ledger.apply(id, { kind: 'calling', call: 'openCart' });
    await first.close();

    const next = openCartServices(sandbox, store, clock);
    next.driver.start();
    await next.line.start();
    await next.ledger.apply(id, { kind: 'leaseRenewed' });
    await clock.pass(next.times.interruptedAfterMs + 1250);
    expect(await next.ledger.read(id)).toMatchObject({ state: 'HELD' });
    expect(next.errors).toEqual([]);
    await next.close();
    await sandbox.close();
  });
});
