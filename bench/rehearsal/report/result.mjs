import { jain, waitsInTurn } from '../../support/fairness.mjs';
import { summaryOfPlan } from '../plan/plan.mjs';
import { callsOf, cartsOf, refusalsOf } from './calls.mjs';
import { checksOf } from './checks.mjs';
import { percentiles, quantileCurve } from './percentiles.mjs';
import { everyOther, round } from './series.mjs';

/**
 * The figures of a rehearsal, as they are in `rehearsal.json` and on the page. Times are seconds from the opening; shares
 * are from 0 to 1.
 */
export function resultOf(happened, plan, options) {
  const { shoppers, readers, samples, seconds, wasStopped } = happened;
  const served = shoppers.filter(({ seats }) => seats !== null);
  const linedUp = samples.filter(({ inLine, beingServed }) => inLine + beingServed > 0);
  /** The time during which shoppers waited. */
  const busySeconds = Math.max(linedUp.at(-1)?.at ?? 0, ...served.map((one) => one.seats), 1);
  const waits = served.map(({ arrived, seats }) => seats - arrived);
  const { onlyPlan: _, out: __, ...played } = options;
  return {
    format: 1,
    options: played,
    plan: summaryOfPlan(plan),
    seconds: round(seconds),
    wasStopped,
    outcomes: countBy(shoppers.map(({ outcome }) => outcome)),
    reasons: countBy(shoppers.flatMap(({ reason }) => reason ?? [])),
    triedAgain: triedAgainOf(shoppers),
    line: lineOf(samples, busySeconds),
    waits: { count: waits.length, ...percentiles(waits), curve: quantileCurve(waits) },
    fairness: { jain: round(jain(waitsInTurn(served)), 4), people: served.length },
    estimates: estimatesOf(served),
    carts: cartsOf(happened, options, busySeconds),
    calls: callsOf(happened, options, busySeconds),
    refusals: refusalsOf(happened),
    readers: readersOf(readers),
    checks: checksOf(happened, plan),
  };
}

function lineOf(samples, busySeconds) {
  const waiting = ({ inLine, beingServed }) => inLine + beingServed;
  const longest = samples.reduce((most, one) => (waiting(one) > waiting(most) ? one : most), samples[0]);
  return {
    longest: waiting(longest),
    longestAt: round(longest.at),
    emptyAt: round(busySeconds),
    series: everyOther(samples).map(({ at, inLine, beingServed, withSeats }) => ({
      at: round(at),
      ...{ inLine, beingServed, withSeats },
    })),
  };
}

/** How the first estimate of each wait in line compares with that wait. */
function estimatesOf(served) {
  const ratios = served.flatMap(({ estimate, called, seats }) =>
    estimate?.seconds > 0 ? [((called ?? seats) - estimate.at) / estimate.seconds] : [],
  );
  const within = (share) => ratios.filter((ratio) => Math.abs(ratio - 1) <= share).length / ratios.length;
  return {
    count: ratios.length,
    ...(ratios.length > 0 && { withinAQuarter: round(within(0.25), 3), ratio: percentiles(ratios) }),
  };
}

/** The shoppers whom the gateway asked to try again later: how many, how often, and why. */
function triedAgainOf(shoppers) {
  const refused = shoppers.filter(({ refusals }) => Object.keys(refusals).length > 0);
  const codes = {};
  for (const [code, times] of refused.flatMap(({ refusals }) => Object.entries(refusals))) {
    codes[code] = (codes[code] ?? 0) + times;
  }
  return {
    shoppers: refused.length,
    times: Object.values(codes).reduce((sum, times) => sum + times, 0),
    codes,
  };
}

function readersOf(answers) {
  const sum = (name) => answers.reduce((total, one) => total + one[name], 0);
  return {
    answers: answers.length,
    entries: { withData: sum('withData'), later: sum('later'), failed: sum('failed') },
    took: percentiles(answers.map(({ took }) => took)),
    reasons: countBy(answers.flatMap(({ reason }) => reason ?? [])),
  };
}

function countBy(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
