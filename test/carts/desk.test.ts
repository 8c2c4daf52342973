import type { Progress } from '../../src/carts/progress';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox';
import { MemoryStore } from '../../src/storage/memory-store';
import { FakeClock } from '../support/fake-clock';
import { ORDER, type Rooms, openRooms } from './rooms';

/** Somebody who listens until the end. */
const NEVER = new AbortController().signal;
const asker = (forcePolling = false, signal = NEVER) => ({
  accounts: [],
  caller: { ip: '203.0.113.1', forcePolling },
  requestId: 'request-1',
  signal,
});

let clock: FakeClock;
let sandbox: Sandbox;
let rooms: Rooms;
beforeEach(async () => {
  clock = new FakeClock();
  sandbox = await startSandbox({ clock });
  rooms = openRooms(sandbox, new MemoryStore(), clock);
  rooms.driver.start();
});
afterEach(async () => {
  expect(sandbox.report().violationDetails).toEqual([]);
  await rooms.close();
  await sandbox.close();
});

/** The token of a cart that polls. */
function tokenOf(progress: Progress): string {
  if (progress.kind !== 'pending') throw new Error(`It is not pending, but ${progress.kind}.`);
  return progress.token;
}

describe('a desk that is closed', () => {
  it('takes no new carts, and says that another try will do', async () => {
    rooms.desk.close();
    expect(await rooms.desk.create(ORDER, asker(), 0)).toMatchObject({
      kind: 'failed',
      failure: {
        type: 'UpstreamFailed',
        code: 'SHUTTING_DOWN',
        retryable: true,
        retryAfterSeconds: 1,
        requestId: 'request-1',
      },
    });
    expect(sandbox.report().requests.reserve).toBe(0);
  });

  it('still answers for the carts that it has', async () => {
    const order = { ...ORDER, idempotencyKey: 'key' };
    const made = await rooms.desk.create(order, asker(), 0);
    rooms.desk.close();
    expect(await rooms.desk.create(order, asker(), 0)).toEqual(made);
    const [cart] = sandbox.report().carts;
    expect(cart?.state).toBe('held');
    const cartId = made.kind === 'cart' ? made.record.id : '';
    expect(await rooms.desk.keep(cartId)).toMatchObject({ state: 'HELD' });
    expect(await rooms.desk.delete({ cartId }, 0, NEVER)).toMatchObject({ kind: 'deleted', cartId });
    expect(sandbox.report().openCarts).toBe(0);
  });

  it('lets nobody wait for news', async () => {
    const token = tokenOf(await rooms.desk.create(ORDER, asker(true), 0));
    const waiting = rooms.desk.poll(token, 25, NEVER);
    rooms.desk.close();
    expect(await waiting).toMatchObject({ kind: 'pending', attempt: 1 });
    expect(await rooms.desk.poll(token, 25, NEVER)).toMatchObject({ kind: 'pending' });
  });
});

describe('L4: a client that hangs up', () => {
  it('while it waits ends the wait, not the cart', async () => {
    const hangingUp = new AbortController();
    const token = tokenOf(await rooms.desk.create(ORDER, asker(true), 0));
    const waiting = rooms.desk.poll(token, 25, hangingUp.signal);
    hangingUp.abort();
    expect(await waiting).toMatchObject({ kind: 'pending' });
    await clock.untilTrue(() => sandbox.report().heldSeats === 2, 20_000);
    expect(await clock.until(rooms.desk.poll(token, 25, NEVER))).toMatchObject({ kind: 'cart' });
  });

  it('before its cart is there leaves one that is followed, and given back when the lease is over', async () => {
    const hungUp = new AbortController();
    hungUp.abort();
    const token = tokenOf(await rooms.desk.create(ORDER, asker(true, hungUp.signal), 25));
    await clock.untilTrue(() => sandbox.report().heldSeats === 2, 20_000);
    await clock.pass(5000);
    clock.advance(rooms.times.leaseMs);
    await clock.untilTrue(() => sandbox.report().openCarts === 0, 15_000);
    expect(await rooms.desk.poll(token, 0, NEVER)).toMatchObject({ failure: { code: 'CART_RELEASED' } });
  });
});

describe('L8: releasing', () => {
  it('is harmless for any text', async () => {
    for (const id of ['', 'x', 'A'.repeat(24), '../..']) await rooms.desk.release(id);
    expect(sandbox.report().requests.deleteCart).toBe(0);
  });
});
