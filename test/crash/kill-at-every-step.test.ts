import { crashEverywhere, crashRun } from './crash-run';

const TRUTHFUL = ['Cart', 'CartDeleted', 'CartGone', 'UpstreamFailed', 'CaptchaFailed'];

describe('L4: kill -9 at every write and every call', () => {
  test('leaves no open cart, breaks no rule, and a client that comes back is told the truth', async () => {
    const runs = await crashEverywhere({ captcha: 'required' }, 'delete');
    const died = runs.filter(({ diedAt }) => diedAt !== null);
    expect(died.length).toBeGreaterThan(30);
    for (const { diedAt, toldAfterwards, report } of runs) {
      const { openCarts, heldSeats } = report;
      expect({ diedAt, openCarts, heldSeats }).toEqual({ diedAt, openCarts: 0, heldSeats: 0 });
      expect({ diedAt, ...report.violations }).toEqual({
        diedAt,
        earlyPoll: 0,
        concurrentCall: 0,
        busyCart: 0,
        missingClientIp: 0,
        invalidClientIp: 0,
        plainCardNumber: 0,
        purchaseRepeated: 0,
      });
      if (diedAt !== null) expect(TRUTHFUL).toContain(toldAfterwards.__typename);
    }
  }, 240_000);

  test("its one exception: a captcha-less reserve whose answer is lost falls to upstream's own hold time", async () => {
    // The points around the answer to the reserve, which is the first call of this journey.
    const runs = await Promise.all([5, 6, 7, 8].map((point) => crashRun(point, { holdSeconds: 4 })));
    const lost = runs.filter(({ diedAt }) => diedAt === 'call answered: PUT /partners/v1/cart/tickets');
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({
      toldAfterwards: { __typename: 'UpstreamFailed', code: 'UNAVAILABLE' },
      report: { openCarts: 0, heldSeats: 0, deletes: 0 },
    });
    for (const { report } of runs) {
      expect(report).toMatchObject({ openCarts: 0, violations: { earlyPoll: 0, concurrentCall: 0 } });
    }
  }, 240_000);
});
