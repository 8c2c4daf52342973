import { EDITIONS, type EditionName } from '../../src/partner-api/editions/editions';

/**
 * The edition of the Partner API in which houses are opened: that of the environment's `TEST_EDITION`. So one run takes all
 * journeys through edition 2018: `TEST_EDITION=2018 npm run unit -- test/journeys`.
 */
export const TEST_EDITION: EditionName = process.env['TEST_EDITION'] === '2018' ? '2018' : '2015';

const { calls, closedHours } = EDITIONS[TEST_EDITION];

/** Whether a solved captcha opens a cart session; otherwise it goes with the reserve, which makes the cart. */
export const OPENS_CARTS = calls.openCart !== null;

/** Whether orders can be found by their number, beside their token. */
export const FINDS_BY_NUMBER = TEST_EDITION === '2015';

/** Seattle's clock is seven hours behind UTC in summer. */
const inUtc = (hourInSeattle: number, day: string): number =>
  Date.parse(`${day}T${String(hourInSeattle + 7).padStart(2, '0')}:00:00Z`);

/** When hosts in Seattle close and open on a day of summer, such as `2026-06-15`, in milliseconds since the epoch. */
export const closureInSeattle = (day: string) => ({
  startsAtMs: inUtc(closedHours.from, day),
  endsAtMs: inUtc(closedHours.to, day),
});

const HOUR_MS = 3_600_000;

/** An ordinary night's closure, in milliseconds since the epoch, where that of edition 2015 begins at `startsAt2015`. */
export const ordinaryClosure = (startsAt2015: string) => {
  const midnightMs = Date.parse(startsAt2015) - EDITIONS[2015].closedHours.from * HOUR_MS;
  return {
    startsAtMs: midnightMs + closedHours.from * HOUR_MS,
    endsAtMs: midnightMs + closedHours.to * HOUR_MS,
  };
};
