import fc from 'fast-check';

import { CREATE, DELETE, FORCE_POLLING, type Result, TWO_TICKETS, askOne } from '../support/carts';
import { BUYER, PAY, PURCHASE, SHIP } from '../support/checkout';
import { openHouse } from '../support/house';

type Deed = 'ship' | 'ship otherwise' | 'pay' | 'buy' | 'delete';
const anyDeed = fc.record({
  deed: fc.constantFrom<Deed>('ship', 'ship otherwise', 'pay', 'buy', 'delete'),
  polls: fc.boolean(),
});
/** What each of several clients does, one after the other. */
const anyClients = fc.array(fc.array(anyDeed, { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 4,
});

describe('L2: many hands on one cart', () => {
  test('one call at a time reaches upstream, and some order of the deeds explains how it ends', async () => {
    await fc.assert(
      fc.asyncProperty(anyClients, async (clients) => {
        const house = await openHouse();
        try {
          const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
          const cartId = cart.id as string;
          const does = (deed: Deed, headers: Record<string, string>): Promise<Result> => {
            switch (deed) {
              case 'ship':
              case 'ship otherwise': {
                const input = { cartId, shippingOptionId: deed === 'ship' ? '1' : '4' };
                return askOne(house, SHIP, { input, wait: 20 }, headers);
              }
              case 'pay': {
                const input = { cartId, buyer: BUYER, method: { invoiceReference: '4711' } };
                return askOne(house, PAY, { input }, headers);
              }
              case 'buy':
                return askOne(
                  house,
                  PURCHASE,
                  { input: { cartId, expectedTotal: '52.50' }, wait: 20 },
                  headers,
                );
              case 'delete':
                return askOne(house, DELETE, { input: { cartId }, wait: 20 }, headers);
            }
          };
          const results: { deed: Deed; type: string }[] = [];
          await house.clock.until(
            Promise.all(
              clients.map(async (deeds) => {
                for (const { deed, polls } of deeds) {
                  const result = await does(deed, polls ? FORCE_POLLING : {});
                  results.push({ deed, type: result.__typename as string });
                }
              }),
            ),
          );

          const report = house.sandbox.report();
          // None, where every deed was refused before it reached upstream.
          expect(report.maxConcurrentPerCart).toBeLessThanOrEqual(1);
          expect(Object.entries(report.violations).filter(([, count]) => count > 0)).toEqual([]);
          const receipts = results.filter(({ type }) => type === 'PurchaseReceipt').length;
          const deletions = results.filter(({ type }) => type === 'CartDeleted').length;
          // Bought or deleted, never both; bought once; and no client gets a result that did not happen.
          expect(report.purchases).toBe(receipts > 0 ? 1 : 0);
          expect(receipts > 0 && deletions > 0).toBe(false);
          if (deletions > 0) expect(report.openCarts).toBe(0);
          expect(report.openCarts + report.purchases + (deletions > 0 ? 1 : 0)).toBe(1);
          expect(results.filter(({ type }) => type === 'UpstreamFailed')).toEqual([]);
        } finally {
          await house.close();
        }
      }),
      { numRuns: 15 },
    );
  });
});
