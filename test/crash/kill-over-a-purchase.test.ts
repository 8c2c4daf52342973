import { crashEverywhere } from './crash-run';

/** The number of the point at which the reserve's polling has come to its seats. */
const SEATS_HELD = 26;

describe('L5: kill -9 at every write and every call of a purchase', () => {
  test('buys at most once, and a client that comes back gets a true result', async () => {
    // From where the seats are held: before that the journey is the one above.
    const runs = await crashEverywhere({ captcha: 'none', holdSeconds: 12 }, 'purchase', SEATS_HELD);
    const died = runs.filter(({ diedAt }) => diedAt !== null);
    expect(died.length).toBeGreaterThan(12);
    for (const { diedAt, resultAfterwards, report } of runs) {
      expect({ diedAt, ...report.violations }).toMatchObject({
        purchaseRepeated: 0,
        otherEdition: 0,
        concurrentCall: 0,
        earlyPoll: 0,
      });
      expect({ diedAt, openCarts: report.openCarts }).toEqual({ diedAt, openCarts: 0 });
      expect(report.maxPurchasesPerCart).toBeLessThanOrEqual(1);
      const type = resultAfterwards?.__typename as string | undefined;
      // Never a receipt for nothing, and never a failure for what was bought.
      if (type === 'PurchaseReceipt') expect(report.purchases).toBe(1);
      if (report.purchases === 1) expect([undefined, 'PurchaseReceipt', 'OutcomeUnknown']).toContain(type);
    }
    expect(runs.some(({ resultAfterwards }) => resultAfterwards?.__typename === 'OutcomeUnknown')).toBe(true);
  }, 480_000);
});
