import { createHash } from 'node:crypto';

import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { MemoryStore } from '../../src/storage/memory-store';
import { CREATE, FORCE_POLLING, POLL, type Result, TWO_TICKETS, askOne, follow } from '../support/carts';
import { BUYER, PAY, PURCHASE, SHIP } from '../support/checkout';
import { FakeClock } from '../support/fake-clock';
import { TEST_EDITION } from '../support/edition';
import { type House, openHouse } from '../support/house';
import { type Credentials, type KeyExchange, startKeyExchange } from '../support/key-exchange';

/** A store that survives the gateway that it is given to, as the one on disk does. */
class LastingStore extends MemoryStore {
  override async close(): Promise<void> {}
}

const OLD = { apiKey: 'old-key', apiSecret: 'old-secret' };
const NEW = { apiKey: 'new-key', apiSecret: 'new-secret' };

let clock: FakeClock;
let sandbox: Sandbox;
let upstream: KeyExchange;
let store: LastingStore;
let house: House;

beforeEach(async () => {
  clock = new FakeClock();
  sandbox = await startSandbox({ clock, edition: TEST_EDITION });
  upstream = await startKeyExchange(sandbox, OLD);
  store = new LastingStore();
  house = await start(OLD);
});
afterEach(async () => {
  await house.close();
  await upstream.close();
  await sandbox.close();
});

const start = (credentials: Credentials, env: Record<string, string> = {}): Promise<House> =>
  openHouse({ clock, store, upstreamUrl: upstream.url, credentials, env });

/** Ends the gateway, and starts it with others. */
async function restart(credentials: Credentials, env: Record<string, string> = {}): Promise<void> {
  await house.close();
  house = await start(credentials, env);
}

/** Buys a cart by invoice. */
async function buy(cartId: string, headers: Record<string, string> = {}): Promise<Result> {
  await askOne(house, SHIP, { input: { cartId, shippingOptionId: '4' } }, headers);
  const method = { invoiceReference: '1234567890' };
  const { totals } = await askOne(house, PAY, { input: { cartId, buyer: BUYER, method } }, headers);
  return askOne(house, PURCHASE, { input: { cartId, expectedTotal: totals.grand.amount } }, headers);
}

describe('new partner credentials after a restart', () => {
  it('a held cart is bought with the new ones, though the old ones are revoked', async () => {
    const { id } = await askOne(house, CREATE, { input: TWO_TICKETS });
    upstream.accept(NEW);
    await restart(NEW);
    expect(await buy(id as string)).toMatchObject({ __typename: 'PurchaseReceipt' });
  });

  it('a cart that polls gets its seats: the new key takes the place of the old one in its polling address', async () => {
    const pending = await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);
    upstream.accept(NEW);
    await restart(NEW);
    expect(await follow(house, pending)).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(sandbox.report().violations).toMatchObject({ earlyPoll: 0, concurrentCall: 0 });
  });

  it('an idempotency key finds its cart again if the secret is still the same', async () => {
    const input = { ...TWO_TICKETS, idempotencyKey: 'b0c3c1a2-7f0e-4c55-9d5e-2f6a8c1d9e77' };
    const first = await askOne(house, CREATE, { input });
    upstream.accept({ ...NEW, apiSecret: OLD.apiSecret });
    await restart({ ...NEW, apiSecret: OLD.apiSecret });
    expect((await askOne(house, CREATE, { input })).id).toBe(first.id);
    upstream.accept(NEW);
    await restart(NEW);
    expect((await askOne(house, CREATE, { input })).id).not.toBe(first.id);
  });
});

describe('new keys of frontends after a restart', () => {
  const entry = (name: string, key: string) => `${name}:${createHash('sha256').update(key).digest('hex')}`;
  const withKey = (key: string) => ({ 'x-frontend-key': key });

  it('carts go on with any key that is valid: the cart’s id is what opens it', async () => {
    await restart(OLD, { FRONTEND_KEYS: entry('web', 'first') });
    const { id } = await askOne(house, CREATE, { input: TWO_TICKETS }, withKey('first'));
    await restart(OLD, { FRONTEND_KEYS: `${entry('web', 'first')},${entry('web-2', 'second')}` });
    expect(
      await askOne(house, SHIP, { input: { cartId: id, shippingOptionId: '4' } }, withKey('first')),
    ).toMatchObject({
      __typename: 'Cart',
    });
    await restart(OLD, { FRONTEND_KEYS: entry('web-2', 'second'), OPERATOR_TOKEN: 'x'.repeat(32) });
    expect(await buy(id as string, withKey('second'))).toMatchObject({ __typename: 'PurchaseReceipt' });
    await expect(askOne(house, POLL, { token: 'any' }, withKey('first'))).rejects.toThrow('UNAUTHENTICATED');
  });
});
