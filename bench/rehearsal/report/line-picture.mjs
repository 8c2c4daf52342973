import { chart } from './chart.mjs';
import { figure } from './figure.mjs';
import { stackLayer } from './layers.mjs';
import { clock, counted, duration, number, timeAxis } from './words.mjs';

const NAMES = { inLine: 'in line', beingServed: 'asked for seats, not in line', withSeats: 'with seats' };

/** How many shoppers waited, second by second. */
export function linePicture({ line, seconds }) {
  const { series, longest, longestAt, emptyAt } = line;
  const conclusion = `At most ${counted(longest, 'shopper')} waited at the same time, ${duration(longestAt)} after the opening; after ${duration(emptyAt)} nobody waited any more.`;
  return figure({
    heading: 'The line',
    conclusion,
    picture: chart({
      id: 'line',
      title: 'Shoppers in line over time',
      description: conclusion,
      x: timeAxis(seconds),
      y: {
        label: 'shoppers',
        most: Math.max(
          ...series.map(({ inLine, beingServed, withSeats }) => inLine + beingServed + withSeats),
        ),
        write: number,
      },
      layers: [stackLayer(series, Object.keys(NAMES))],
    }),
    legend: Object.values(NAMES),
    table: {
      caption: 'Shoppers by where they were',
      heads: ['time', ...Object.values(NAMES)],
      rows: series.map((one) => [clock(one.at), ...Object.keys(NAMES).map((name) => number(one[name]))]),
    },
  });
}
