import { openMorning, shop, STEP_MS } from '../carts/line/morning';
import { complaints, deleteCart, isAllGivenBack } from '../carts/mutations/shop';
import { closureInSeattle } from '../support/edition';
import { FakeClock } from '../support/fake-clock';
import type { House } from '../support/house';
import { askOne } from '../support/carts';
import { BUYER, PAY, PURCHASE, SHIP } from '../support/checkout';

let house: House;
afterEach(() => house.close());

/** What becomes of a shopper, by number: every third buys, every third gives the cart back, the others vanish. */
async function shopAndEnd(number: number): Promise<string> {
  const { result } = await shop(house, `192.0.2.${number + 1}`);
  if (result.__typename !== 'Cart') return result.__typename as string;
  const cartId = result.id as string;
  if (number % 3 === 1) return (await deleteCart(house, { cartId })).__typename as string;
  if (number % 3 === 2) return 'vanished';
  const shipped = await askOne(house, SHIP, { input: { cartId, shippingOptionId: '4' } });
  if (shipped.__typename !== 'Cart') return shipped.__typename as string;
  const method = { invoiceReference: '1234567890' };
  const paid = await askOne(house, PAY, { input: { cartId, buyer: BUYER, method } });
  if (paid.__typename !== 'Cart') return paid.__typename as string;
  const input = { cartId, expectedTotal: paid.totals.grand.amount as string };
  return (await askOne(house, PURCHASE, { input })).__typename as string;
}

const thirty = (): Promise<string[]> => Promise.all(Array.from({ length: 30 }, (_, at) => shopAndEnd(at)));

describe('the laws, with five calls a second', () => {
  it.each([
    ['stated', true, {}],
    ['learned', false, {}],
    ['stated, and ten reservations at once', true, { PARTNER_RESERVATIONS: '10', CART_LEASE_SECONDS: '30' }],
  ])(
    '%s: every cart is bought once or given back, and no rule is broken',
    async (_, isStated, env) => {
      house = await openMorning(5, { isStated, env });
      const ends = await house.clock.until(thirty(), STEP_MS);
      const bought = ends.filter((end) => end === 'PurchaseReceipt').length;
      expect(bought).toBe(10);
      await house.clock.untilTrue(() => isAllGivenBack(house), 600_000);
      expect(house.sandbox.report()).toMatchObject({ purchases: bought, maxConcurrentPerCart: 1 });
      expect(complaints(house)).toEqual([]);
    },
    60_000,
  );

  it('and maintenance in the middle of the line: who is not served hears so, and all seats go back', async () => {
    const clock = new FakeClock(closureInSeattle('2026-06-15').startsAtMs - 3000);
    house = await openMorning(5, { clock });
    const ends = await house.clock.until(thirty(), STEP_MS);
    expect(new Set(ends)).toContain('UnderMaintenance');
    await house.clock.untilTrue(() => isAllGivenBack(house), 2 * 3_600_000);
    const { purchases } = house.sandbox.report();
    expect(purchases).toBeLessThanOrEqual(
      ends.filter((end) => !/Maintenance|vanished|Deleted/.test(end)).length,
    );
    expect(complaints(house)).toEqual([]);
  });
});
