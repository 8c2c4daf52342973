import { chart } from './chart.mjs';
import { figure } from './figure.mjs';
import { lineLayer, ruleLayer } from './layers.mjs';
import { clock, counted, percent, timeAxis } from './words.mjs';

/** Carts opened a second, compared with what the quota allows. */
export function cartsPicture({ carts, seconds, options }) {
  const { series, opened, callsEach, allowedPerSecond, openedPerSecond } = carts;
  if (opened === 0) {
    return figure({ heading: 'Carts a second', conclusion: 'No cart was opened.', table: tableOf(series) });
  }
  const conclusion = `While shoppers waited, ${openedPerSecond.toFixed(2)} carts a second were opened: ${percent(openedPerSecond / allowedPerSecond)} of the ${allowedPerSecond.toFixed(2)} that the quota allows.`;
  return figure({
    heading: 'Carts a second, and what the quota allows',
    conclusion,
    picture: chart({
      id: 'carts',
      title: 'Carts opened and bought a second over time',
      description: conclusion,
      x: timeAxis(seconds),
      y: {
        label: 'carts a second',
        most: Math.max(allowedPerSecond, ...series.flatMap((one) => [one.opened, one.bought])) * 1.1,
      },
      layers: [
        lineLayer(
          series.map((one) => ({ x: one.at, y: one.opened })),
          1,
        ),
        lineLayer(
          series.map((one) => ({ x: one.at, y: one.bought })),
          2,
        ),
        ruleLayer(allowedPerSecond, `the quota allows ${allowedPerSecond.toFixed(2)}`),
      ],
    }),
    legend: ['carts opened a second', 'carts bought a second'],
    table: tableOf(series),
    notes: [
      `What the quota allows is the rate, ${options.callsPerSecond} calls a second, divided by the ${callsEach} calls that a cart took on average from its reservation to its end, if not one call is spent on readers (${counted(opened, 'cart')}). At the beginning more carts can be opened, since checkouts need their calls only later.`,
    ],
  });
}

const tableOf = (series) => ({
  caption: 'Carts a second',
  heads: ['until', 'opened', 'bought'],
  rows: series.map(({ at, opened, bought }) => [clock(at), opened.toFixed(2), bought.toFixed(2)]),
});
