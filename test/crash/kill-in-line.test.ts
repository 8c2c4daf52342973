import { crashEverywhere } from './crash-run';

/** The number of the point at which the cart before has its seats. */
const FIRST_IS_HELD = 20;

describe('L4: kill -9 at every write and every call, for a cart that stands in line', () => {
  test('keeps its place, reserves nothing twice, and leaves no open cart', async () => {
    // No captcha, so that a reserve whose answer is lost falls to upstream's own hold time.
    const options = { forcedPollingDepth: 1, holdSeconds: 8 };
    const runs = await crashEverywhere(options, 'stand', FIRST_IS_HELD);
    const died = runs.filter(({ diedAt }) => diedAt !== null);
    expect(died.length).toBeGreaterThan(20);
    for (const { diedAt, resultAfterwards, report } of runs) {
      const { openCarts, heldSeats, requests } = report;
      expect({ diedAt, openCarts, heldSeats }).toEqual({ diedAt, openCarts: 0, heldSeats: 0 });
      expect(requests.reserve ?? 0).toBeLessThanOrEqual(2);
      expect(report.violations).toMatchObject({ earlyPoll: 0, concurrentCall: 0, busyCart: 0 });
      if (diedAt === null) continue;
      // Only a reserve that may have been sent fails, since its answer is lost.
      const mayBeLost = /cart\/tickets|POST .*\/cart$|polling-status|update/.test(diedAt);
      const truthful = ['Cart', ...(mayBeLost ? ['UpstreamFailed'] : [])];
      const { __typename: type, code } = resultAfterwards;
      const isTruthful = truthful.includes(type as string);
      expect({ diedAt, type, code, isTruthful }).toEqual({ diedAt, type, code, isTruthful: true });
    }
  }, 480_000);
});
