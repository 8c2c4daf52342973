import { chart } from './chart.mjs';
import { figure } from './figure.mjs';
import { lineLayer } from './layers.mjs';
import { clock, counted, duration, percent } from './words.mjs';

const FAIR = 0.95;

const orderOf = ({ jain }) =>
  jain >= FAIR ? 'Who came first was served first' : 'Some were served long before others who came earlier';

/** How long shoppers waited for their seats, by percentile. */
export function waitsPicture({ waits, fairness, estimates }) {
  const { count, curve, p50, p90, p99, max } = waits;
  const conclusion =
    count === 0
      ? 'Nobody got seats.'
      : `Half of the ${counted(count, 'shopper')} who got seats had them within ${duration(p50)}, nine in ten within ${duration(p90)}, the last after ${duration(max)}.`;
  return figure({
    heading: 'The waits',
    conclusion,
    ...(count > 0 && {
      picture: chart({
        id: 'waits',
        title: 'The time from arrival to seats, by percentile',
        description: conclusion,
        x: {
          label: 'share of the shoppers who got seats',
          most: 1,
          ticks: [0, 0.25, 0.5, 0.75, 1],
          write: percent,
        },
        y: { label: 'wait (minutes:seconds)', most: max, write: clock },
        layers: [
          lineLayer(
            curve.map(({ share, seconds }) => ({ x: share, y: seconds })),
            1,
          ),
        ],
      }),
    }),
    table: {
      caption: 'Waits from arrival to seats, as the shoppers saw them',
      heads: ['share of the shoppers', 'waited at most'],
      rows: [
        ['10 %', waits.p10],
        ['50 %', p50],
        ['90 %', p90],
        ['99 %', p99],
        ['all', max],
      ].map(([share, value]) => [share, value === null ? '–' : duration(value)]),
    },
    notes: [
      `${orderOf(fairness)}: fairness ${fairness.jain} of 1 (Jain's index of each wait, divided by the wait if the same seats had been given in the order of arrival).`,
      ...(estimates.count > 0
        ? [
            `The wait that shoppers were shown when they joined the line was right to a quarter for ${percent(estimates.withinAQuarter)} of them; in the median the wait was ${estimates.ratio.p50} times what was shown.`,
          ]
        : []),
    ],
  });
}
