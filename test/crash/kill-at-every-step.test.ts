import { OPENS_CARTS } from '../support/edition';
import { allEnded, crashEverywhere, crashRun } from './crash-run';

const TRUTHFUL = ['Cart', 'CartDeleted', 'CartGone', 'UpstreamFailed', 'CaptchaFailed'];

/** Where no captcha opens a session, a cart whose answer was lost has no id: it is gone with upstream's hold. */
const HOLD = OPENS_CARTS ? {} : { holdSeconds: 15 };

/** The point at which the reserve was just answered, as the crashing gateway names it. */
const ANSWERED = /^call answered: (PUT .*\/cart\/tickets|POST .*\/events\/\w+\/cart)$/;

describe('L4: kill -9 at every write and every call', () => {
  test('leaves no open cart, breaks no rule, and a client that comes back gets a true result', async () => {
    const runs = await crashEverywhere({ captcha: 'required', ...HOLD }, 'delete');
    const died = runs.filter(({ diedAt }) => diedAt !== null);
    expect(died.length).toBeGreaterThan(30);
    for (const { diedAt, resultAfterwards, report } of runs) {
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
        otherEdition: 0,
      });
      if (diedAt !== null) expect(TRUTHFUL).toContain(resultAfterwards.__typename);
    }
  }, 480_000);

  test("its one exception: a captcha-less reserve whose answer is lost falls to upstream's own hold time", async () => {
    // The points around the answer to the reserve, which is the first call of this journey.
    const runs = await allEnded([5, 6, 7, 8].map((point) => crashRun(point, { holdSeconds: 4 })));
    const lost = runs.filter(({ diedAt }) => diedAt !== null && ANSWERED.test(diedAt));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatchObject({
      resultAfterwards: { __typename: 'UpstreamFailed', code: 'UNAVAILABLE' },
      report: { openCarts: 0, heldSeats: 0, deletes: 0 },
    });
    for (const { report } of runs) {
      expect(report).toMatchObject({ openCarts: 0, violations: { earlyPoll: 0, concurrentCall: 0 } });
    }
  }, 480_000);
});
