import type { CartRecord } from '../../../src/carts/lifecycle/record';
import { MemoryStore } from '../../../src/storage/memory-store';
import { CREATE, TWO_TICKETS, askOne } from '../../support/carts';
import { BUYER, PAY, PURCHASE, SHIP } from '../../support/checkout';
import { type House, openHouse } from '../../support/house';

describe('checkout', () => {
  let house: House;
  const store = new MemoryStore();
  afterEach(() => house.close());

  /** A held cart whose record is as `change` makes it. */
  async function cartWith(change: (record: CartRecord) => CartRecord): Promise<string> {
    const { id } = await askOne(house, CREATE, { input: TWO_TICKETS });
    await store.update(id as string, ({ body, dueAtMs }) => ({ body: change(body as CartRecord), dueAtMs }));
    return id as string;
  }
  const pay = (cartId: string) => {
    const input = { cartId, buyer: BUYER, method: { invoiceReference: '4711' } };
    return house.clock.until(askOne(house, PAY, { input }));
  };

  test('L10: no answer waits longer than 25 seconds', async () => {
    house = await openHouse({ store });
    const ship = { cartId: 'any', shippingOptionId: '4' };
    const buy = { cartId: 'any', expectedTotal: '50.00' };
    for (const asked of [
      askOne(house, SHIP, { input: ship, wait: 26 }),
      askOne(house, PURCHASE, { input: buy, wait: -1 }),
    ]) {
      expect(await asked).toMatchObject({
        __typename: 'InvalidInput',
        issues: [{ path: 'waitUpToSeconds' }],
      });
    }
  });

  test('L10: a cart of which too much was asked refuses more at once', async () => {
    house = await openHouse({ store });
    const cartId = await cartWith((record) => ({
      ...record,
      operations: Array.from({ length: 200 }, () => ({
        ...record.operations[0],
        kind: 'CREATE',
        outcome: 'done',
      })) as CartRecord['operations'],
    }));
    const beforeMs = house.clock.now();
    expect(await pay(cartId)).toMatchObject({ __typename: 'UpstreamFailed', code: 'UNAVAILABLE' });
    expect(house.clock.now() - beforeMs).toBeLessThan(5000);
    expect(house.sandbox.report().requests.payment).toBe(0);
  });

  test('L2: a call that a dead process left behind is settled first, and not taken for ours', async () => {
    house = await openHouse({ store, env: { UPSTREAM_TIMEOUT_MS: '3000' } });
    const cartId = await cartWith((record) => ({
      ...record,
      calling: { call: 'payment', sinceMs: house.clock.now() },
    }));
    const beforeMs = house.clock.now();
    expect(await pay(cartId)).toMatchObject({ __typename: 'Cart', payments: [{ kind: 'INVOICE' }] });
    expect(house.clock.now() - beforeMs).toBeGreaterThanOrEqual(9000);
    expect(house.sandbox.report().requests.payment).toBe(1);
  });
});
