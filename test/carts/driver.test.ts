import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox';
import { MemoryStore } from '../../src/storage/memory-store';
import type { Lock } from '../../src/storage/store';
import { FakeClock } from '../support/fake-clock';
import { type CartServices, openCartServices } from './cart-services';

let clock: FakeClock;
let sandbox: Sandbox;
let store: MemoryStore;
let opened: CartServices[];

async function start(options: SandboxOptions = {}, own: MemoryStore = new MemoryStore()): Promise<void> {
  clock = new FakeClock();
  sandbox = await startSandbox({ clock, reservationLimit: 1000, ...options });
  store = own;
  opened = [];
}
/** A process that begins now. */
const openProcess = (): CartServices => {
  const services = openCartServices(sandbox, store, clock);
  opened.push(services);
  return services;
};
afterEach(async () => {
  expect(sandbox.report().violationDetails).toEqual([]);
  await Promise.all(opened.map((services) => services.close()));
  await sandbox.close();
});

const stateOf = async ({ ledger }: CartServices, id: string) => (await ledger.read(id))?.state;
const openCarts = () => sandbox.report().openCarts;

describe('the driver', () => {
  it('L2: takes each step of a cart once, however many processes share the store', async () => {
    await start();
    const first = openProcess();
    const ids = await Promise.all(Array.from({ length: 10 }, () => first.reserve(true)));
    for (const { driver } of [first, openProcess(), openProcess()]) driver.start();
    await clock.untilTrue(() => sandbox.report().requests.poll >= 30, 20_000);
    await clock.pass(5000);
    expect(sandbox.report()).toMatchObject({ heldSeats: 20, requests: { reserve: 10, poll: 30 } });

    await Promise.all(ids.map((id) => first.ledger.apply(id, { kind: 'shopperLeft' })));
    await clock.untilTrue(() => openCarts() === 0);
    expect(sandbox.report().maxConcurrentPerCart).toBe(1);
  });

  it('L10: moves a bounded number of carts at once, and all of them in the end', async () => {
    await start();
    const { driver, reserve, ledger } = openProcess();
    const ids = await Promise.all(Array.from({ length: 150 }, () => reserve()));
    await Promise.all(ids.map((id) => ledger.apply(id, { kind: 'shopperLeft' })));
    // Slow enough that the calls of one round meet.
    sandbox.setFaults([{ route: 'deleteCart', kind: 'latency', delayMs: 100 }]);
    driver.start();
    await clock.untilTrue(() => openCarts() === 0);
    expect(sandbox.report().maxConcurrentRequests.deleteCart).toBe(64);
    expect(sandbox.report().requests.deleteCart).toBe(150);
  });

  it('goes on after a ledger that failed', async () => {
    class FailsThrice extends MemoryStore {
      failures = 3;
      override async claimDue(...of: Parameters<MemoryStore['claimDue']>): Promise<string[]> {
        if (this.failures-- > 0) throw new Error('no disk');
        return super.claimDue(...of);
      }
    }
    await start({}, new FailsThrice());
    const { driver, reserve, ledger, errors } = openProcess();
    const id = await reserve();
    driver.start();
    await ledger.apply(id, { kind: 'shopperLeft' });
    await clock.untilTrue(() => openCarts() === 0, 5000);
    expect(errors).toHaveLength(3);
  });

  it('takes its turn when steps for clients, which took all of its places, have failed', async () => {
    class Hangs extends MemoryStore {
      hangs = false;
      readonly fail: (() => void)[] = [];
      override async withLock<Result>(id: string, work: (lock: Lock) => Promise<Result>): Promise<Result> {
        if (this.hangs) await new Promise((_, reject) => this.fail.push(() => reject(new Error('no disk'))));
        return super.withLock(id, work);
      }
    }
    const hanging = new Hangs();
    await start({}, hanging);
    const { driver, reserve, ledger, errors } = openProcess();
    const left = await reserve();
    const deleted = await Promise.all(Array.from({ length: 64 }, () => reserve()));
    hanging.hangs = true;
    const steps = deleted.map((id) => driver.advanceFor(id, 60_000));
    hanging.hangs = false;
    driver.start();
    await ledger.apply(left, { kind: 'shopperLeft' });
    await clock.pass(1000);
    for (const fail of hanging.fail) fail();
    await Promise.allSettled(steps);
    await clock.untilTrue(() => openCarts() === 64, 5000);
    expect(errors).toEqual([]);
  });

  it('begins nothing after it was stopped, and ends the steps that it had begun', async () => {
    class Slow extends MemoryStore {
      claimed = () => {};
      mayGoOn = new Promise<void>((resolve) => (this.claimed = resolve));
      override async claimDue(...of: Parameters<MemoryStore['claimDue']>): Promise<string[]> {
        const ids = await super.claimDue(...of);
        await this.mayGoOn;
        return ids;
      }
    }
    const slow = new Slow();
    await start({}, slow);
    const { driver, reserve, ledger } = openProcess();
    const id = await reserve();
    await ledger.apply(id, { kind: 'shopperLeft' });
    driver.start();
    const stopped = driver.stop();
    slow.claimed();
    await stopped;
    const { requests } = sandbox.report();
    await clock.pass(5000);
    expect(sandbox.report().requests).toEqual(requests);
    expect((await ledger.read(id))?.calling).toBeNull();
    expect((await ledger.read(id))?.state).toBe('DELETED');
  });

  it('stops within seconds while the gate wants no call for an hour, and leaves the rest to the next process', async () => {
    await start();
    const { driver, reserve, ledger, api } = openProcess();
    const id = await reserve();
    api.budget.learn({ status: 429, headers: { 'retry-after': '3600' }, text: '' }, clock.now());
    await ledger.apply(id, { kind: 'shopperLeft' });
    driver.start();
    await clock.pass(1000);
    const beganMs = clock.now();
    await clock.until(driver.stop(), 500);
    expect(clock.now() - beganMs).toBeLessThanOrEqual(4000);
    expect(await ledger.read(id)).toMatchObject({ state: 'RELEASING', calling: null });
    expect(openCarts()).toBe(1);

    openProcess().driver.start();
    await clock.untilTrue(() => openCarts() === 0, 60_000);
  });

  it('forgets a cart a day after its end', async () => {
    await start();
    const services = openProcess();
    services.driver.start();
    const id = await services.reserve();
    await services.ledger.apply(id, { kind: 'shopperLeft' });
    await clock.untilTrue(() => openCarts() === 0);
    await clock.pass(500);
    clock.advance(23 * 60 * 60_000);
    await clock.pass(500);
    expect(await stateOf(services, id)).toBe('DELETED');
    clock.advance(60 * 60_000);
    await clock.pass(500);
    expect(await services.ledger.read(id)).toBeUndefined();
    expect(await store.nextDueAtMs()).toBeNull();
  });
});

describe('L4: the next process takes over a cart whose process died:', () => {
  beforeEach(() => start());

  /** A cart that a process left behind, marked as being in `call`. */
  async function leftIn(call: 'openCart' | 'reserve' | 'poll' | 'delete', forcePolling: boolean) {
    const dead = openProcess();
    const id = await dead.reserve(forcePolling);
    if (call === 'delete') await dead.ledger.apply(id, { kind: 'shopperLeft' });
    await dead.ledger.apply(id, { kind: 'calling', call });
    const services = openProcess();
    services.driver.start();
    return { services, id };
  }

  it('in a poll: that is asked again, after a while', async () => {
    const { services, id } = await leftIn('poll', true);
    await clock.pass(5000);
    expect(sandbox.report().requests.poll).toBe(0);
    await clock.pass(15_000);
    expect(await stateOf(services, id)).toBe('HELD');
  });

  it('in a delete: that is sent again', async () => {
    const { services, id } = await leftIn('delete', false);
    await clock.untilTrue(() => openCarts() === 0, 10_000);
    await clock.pass(250);
    expect(await stateOf(services, id)).toBe('DELETED');
  });

  it('in a reserve whose session is known: what it may hold is deleted', async () => {
    const dead = openProcess();
    const id = await dead.reserve();
    const upstreamCartId = (await dead.ledger.read(id))?.upstreamCartId ?? '';
    const left = await dead.begin({
      upstreamCartId,
      calling: { call: 'reserve', sinceMs: clock.now() },
    });
    const { driver, ledger, line } = openProcess();
    driver.start();
    await line.start();
    await clock.untilTrue(() => openCarts() === 0, 10_000);
    expect((await ledger.read(left.id))?.operations[0]?.outcome).toMatchObject({
      type: 'UpstreamFailed',
      code: 'UNAVAILABLE',
      retryable: true,
    });
  });

  it('before its reserve was sent: it stands in line again, and is reserved once', async () => {
    const { id } = await openProcess().begin();
    const services = openProcess();
    services.driver.start();
    await services.line.start();
    await clock.pass(1000);
    expect(await stateOf(services, id)).toBe('HELD');
    expect(sandbox.report().requests.reserve).toBe(1);
  });

  it('while it held seats: its lease begins again, and its hold ends at the same time as before', async () => {
    const dead = openProcess();
    const id = await dead.reserve();
    // Down for longer than the lease, though not for as long as the hold of 299 seconds.
    clock.advance(270_000);
    const services = openProcess();
    services.driver.start();
    await clock.pass(28_000);
    expect(await stateOf(services, id)).toBe('HELD');
    await clock.pass(2000);
    expect(await stateOf(services, id)).toBe('EXPIRED');
  });
});
