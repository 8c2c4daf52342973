import { byClass, CLASSES, OF_CARTS } from '../stage/call-classes.mjs';
import { ratesOf, round, sampleAt } from './series.mjs';

/** How many carts a second were opened, and how many the quota allows if it is spent on carts alone. */
export function cartsOf({ samples, counts }, { callsPerSecond }, busySeconds) {
  const { reserves, requests } = counts;
  const calls = byClass(requests);
  const callsForCarts = OF_CARTS.reduce((sum, name) => sum + calls[name], 0);
  const callsEach = reserves === 0 ? null : callsForCarts / reserves;
  return {
    opened: reserves,
    bought: counts.purchases,
    callsEach: callsEach && round(callsEach),
    allowedPerSecond: callsEach && round(callsPerSecond / callsEach, 3),
    openedPerSecond: round(sampleAt(samples, busySeconds).reserves / busySeconds, 3),
    series: ratesOf(samples, (sample) => ({ opened: sample.reserves, bought: sample.purchases })),
  };
}

/** Which calls upstream admitted, and how much of the quota they used while shoppers waited. */
export function callsOf({ samples, counts }, { callsPerSecond }, busySeconds) {
  const { requests, quota } = counts;
  const last = sampleAt(samples, busySeconds);
  return {
    admitted: quota.admitted,
    quotaUsed: round(last.admitted / (callsPerSecond * Math.max(last.at, 1)), 3),
    byClass: byClass(requests),
    byRoute: Object.fromEntries(
      Object.values(CLASSES).flatMap(({ routes }) => routes.map((route) => [route, requests[route] ?? 0])),
    ),
    series: ratesOf(samples, ({ calls }) => calls),
  };
}

/** Calls that upstream's gate refused with 429. */
export function refusalsOf({ samples, counts }) {
  const { admitted, refusedByRate, refusedByDay } = counts.quota;
  const count = refusedByRate + refusedByDay;
  return {
    count,
    byRate: refusedByRate,
    byDay: refusedByDay,
    share: count === 0 ? 0 : round(count / (admitted + count), 4),
    series: ratesOf(samples, ({ refused }) => ({ refused })),
  };
}
