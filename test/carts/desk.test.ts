import { earlierCartIdOfKey } from '../../src/carts/idempotency-key';
import type { Progress } from '../../src/carts/progress';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox';
import { MemoryStore } from '../../src/storage/memory-store';
import { FakeClock } from '../support/fake-clock';
import { type CartServices, ORDER, openCartServices } from './cart-services';

/** A client that waits until the end. */
const NEVER = new AbortController().signal;
const asker = (forcePolling = false, signal = NEVER) => ({
  accounts: [],
  caller: { ip: '203.0.113.1', forcePolling },
  requestId: 'request-1',
  signal,
});

let clock: FakeClock;
let sandbox: Sandbox;
let services: CartServices;
beforeEach(async () => {
  clock = new FakeClock();
  sandbox = await startSandbox({ clock });
  services = openCartServices(sandbox, new MemoryStore(), clock);
  services.driver.start();
});
afterEach(async () => {
  expect(sandbox.report().violationDetails).toEqual([]);
  await services.close();
  await sandbox.close();
});

/** The token of a cart that polls. */
function tokenOf(progress: Progress): string {
  if (progress.kind !== 'pending') throw new Error(`It is not pending, but ${progress.kind}.`);
  return progress.token;
}

describe('a desk that is closed', () => {
  it('takes no new carts, and reports that as retryable', async () => {
    services.desk.close();
    expect(await services.desk.create(ORDER, asker(), 0)).toMatchObject({
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

  it('still serves the carts that exist', async () => {
    const order = { ...ORDER, idempotencyKey: '5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33' };
    const made = await services.desk.create(order, asker(), 0);
    services.desk.close();
    expect(await services.desk.create(order, asker(), 0)).toEqual(made);
    const [cart] = sandbox.report().carts;
    expect(cart?.state).toBe('held');
    const cartId = made.kind === 'cart' ? made.record.id : '';
    expect(await services.desk.keep(cartId)).toMatchObject({ state: 'HELD' });
    expect(await services.desk.delete({ cartId }, 0, NEVER)).toMatchObject({ kind: 'deleted', cartId });
    expect(sandbox.report().openCarts).toBe(0);
  });

  it('ends every wait', async () => {
    const token = tokenOf(await services.desk.create(ORDER, asker(true), 0));
    const waiting = services.desk.poll(token, 25, NEVER);
    services.desk.close();
    expect(await waiting).toMatchObject({ kind: 'pending', attempt: 1 });
    expect(await services.desk.poll(token, 25, NEVER)).toMatchObject({ kind: 'pending' });
  });
});

describe('an idempotency key', () => {
  it('finds the cart that an earlier release made with it', async () => {
    const order = { ...ORDER, idempotencyKey: '5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33' };
    const made = await services.desk.create(order, asker(), 0);
    if (made.kind !== 'cart') throw new Error(made.kind);
    const id = earlierCartIdOfKey(sandbox.apiSecret, asker().caller, order.idempotencyKey);
    const others = openCartServices(sandbox, new MemoryStore(), clock);
    await others.ledger.open({ ...made.record, id });
    expect(await others.desk.create(order, asker(), 0)).toMatchObject({ kind: 'cart', record: { id } });
    await others.close();
  });
});

describe('L4: a client that hangs up', () => {
  it('while it waits ends the wait, not the cart', async () => {
    const hangingUp = new AbortController();
    const token = tokenOf(await services.desk.create(ORDER, asker(true), 0));
    const waiting = services.desk.poll(token, 25, hangingUp.signal);
    hangingUp.abort();
    expect(await waiting).toMatchObject({ kind: 'pending' });
    await clock.untilTrue(() => sandbox.report().heldSeats === 2, 20_000);
    expect(await clock.until(services.desk.poll(token, 25, NEVER))).toMatchObject({ kind: 'cart' });
  });

  it('before its cart is created leaves a cart that is polled, and released when the lease ends', async () => {
    const hungUp = new AbortController();
    hungUp.abort();
    const token = tokenOf(await services.desk.create(ORDER, asker(true, hungUp.signal), 25));
    await clock.untilTrue(() => sandbox.report().heldSeats === 2, 20_000);
    await clock.pass(5000);
    clock.advance(services.times.leaseMs);
    await clock.untilTrue(() => sandbox.report().openCarts === 0, 15_000);
    expect(await services.desk.poll(token, 0, NEVER)).toMatchObject({ failure: { code: 'CART_RELEASED' } });
  });
});

describe('L8: releasing', () => {
  it('is harmless for any text', async () => {
    for (const id of ['', 'x', 'A'.repeat(24), '../..']) await services.desk.release(id);
    expect(sandbox.report().requests.deleteCart).toBe(0);
  });
});
