import { createHash } from 'node:crypto';

import { drawsOf } from './draws.mjs';
import { expectedSeconds } from './expected.mjs';

const SHOPPERS = 0;
const READERS = 1;

/** Events that readers look at, beside the nights on sale. Too many for the rate to read all of them. */
export const OTHER_EVENTS = 4000;
const LIST_LENGTH = 20;
/** Lists drawn for each reader, who then begins again at the first. */
const LISTS = 40;

/** How a shopper's morning ends, with the share of each. */
const ENDS = {
  /** Buys the seats. */
  buys: 0.8,
  /** Gets seats and gives them back with `deleteCart`. */
  givesBack: 0.08,
  /** Closes the tab after some time, wherever they are then; the page sends the beacon. */
  closes: 0.07,
  /** Vanishes after some time without a beacon, as with a dead battery; the lease ends. */
  vanishes: 0.05,
};
const QUANTITIES = { 1: 0.15, 2: 0.55, 3: 0.12, 4: 0.18 };
const MEAN_QUANTITY = 2.33;

/**
 * Everything that is left to chance in a rehearsal, drawn before it starts: who arrives when, what they want, how they
 * watch, when they reload, how their morning ends, and which lists the readers read. The same options draw the same plan.
 */
export function drawPlan(options) {
  const expected = expectedSeconds(options, ENDS.buys);
  const shoppers = Array.from({ length: options.shoppers }, (_, number) =>
    shopper(number, options, expected),
  );
  const readers = Array.from({ length: options.readers }, (_, number) => reader(number, options));
  const digest = createHash('sha256').update(JSON.stringify({ shoppers, readers })).digest('hex');
  return {
    digest,
    expectedSeconds: expected,
    seats: options.seats || Math.ceil(1.15 * MEAN_QUANTITY * options.shoppers) + 20 * options.nights,
    shoppers,
    readers,
  };
}

/** What each reader reads, beside any shoppers. */
export const drawReaders = (options) =>
  Array.from({ length: options.readers }, (_, number) => reader(number, options));

function shopper(number, { seed, within, nights, hurry }, expected) {
  const draws = drawsOf(seed, SHOPPERS, number);
  const ends = draws.oneOf(ENDS);
  const seconds = (value) => Math.round(value * 1000) / 1000;
  return {
    number,
    address: addressOf(18, number),
    arrivesAfter: seconds(draws.soon(within / 4, within)),
    night: draws.whole(0, nights - 1),
    quantity: Number(draws.oneOf(QUANTITIES)),
    watches: draws.oneOf({ poll: 0.7, stream: 0.3 }),
    /** Seconds after the arrival at which they reload the page. */
    reloadsAfter: draws.chance(0.25)
      ? Array.from({ length: draws.whole(1, 3) }, () => seconds(draws.soon(expected / 4, expected))).sort(
          (a, b) => a - b,
        )
      : [],
    ends,
    /** Seconds after the arrival at which they leave; null for those who stay. */
    leavesAfter:
      ends === 'closes' || ends === 'vanishes' ? seconds(draws.between(0.02, 0.7) * expected) : null,
    /** Seconds that they think before delivery, payment and purchase, or before they give the seats back. */
    thinks: Array.from({ length: 3 }, () => seconds((2 + draws.soon(5, 20)) / hurry)),
  };
}

function reader(number, { seed, within, hurry }) {
  const draws = drawsOf(seed, READERS, number);
  return {
    number,
    address: addressOf(19, number),
    arrivesAfter: Math.round(draws.between(0, within / 4) * 1000) / 1000,
    lists: Array.from({ length: LISTS }, () => ({
      events: Array.from({ length: LIST_LENGTH }, () => draws.whole(0, OTHER_EVENTS - 1)),
      /** Seconds that they look at what they got. */
      looks: Math.round((draws.between(3, 12) / hurry) * 1000) / 1000,
    })),
  };
}

/** The address of a person, in the networks that are set apart for benchmarks (198.18.0.0/15). Nothing is sent there. */
export const addressOf = (network, number) => `198.${network}.${(number >> 8) & 255}.${number & 255}`;

/** The plan in numbers, for the report. */
export function summaryOfPlan({ digest, expectedSeconds: expected, seats, shoppers, readers }) {
  const count = (test) => shoppers.filter(test).length;
  return {
    digest,
    expectedSeconds: Math.round(expected),
    shoppers: shoppers.length,
    readers: readers.length,
    seats,
    ticketsWanted: shoppers.reduce((sum, { quantity }) => sum + quantity, 0),
    ends: Object.fromEntries(Object.keys(ENDS).map((end) => [end, count(({ ends }) => ends === end)])),
    reloads: shoppers.reduce((sum, { reloadsAfter }) => sum + reloadsAfter.length, 0),
    watchByStream: count(({ watches }) => watches === 'stream'),
  };
}
