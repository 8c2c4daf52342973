import { chart } from './chart.mjs';
import { figure } from './figure.mjs';
import { barLayer } from './layers.mjs';
import { counted, number, percent, timeAxis } from './words.mjs';

/** The calls that upstream refused with 429. */
export function refusalsPicture({ refusals, seconds, options }) {
  const { count, share, series, byRate, byDay } = refusals;
  const known = options.isStated ? 'knew the rate from its settings' : 'had to learn the rate';
  const conclusion =
    count === 0
      ? `Upstream refused no call: the gateway, which ${known}, never exceeded the quota.`
      : `Upstream refused ${counted(count, 'call')} with 429, ${percent(share, 1)} of all; the gateway ${known}.`;
  const width = series.length > 1 ? series[1].at - series[0].at : seconds;
  return figure({
    heading: 'Refusals by upstream (429)',
    conclusion,
    picture: chart({
      id: 'refusals',
      title: 'Calls refused with 429 a second, over time',
      description: conclusion,
      x: timeAxis(seconds),
      y: { label: '429s a second', most: Math.max(1, ...series.map(({ refused }) => refused)) },
      layers: [
        barLayer(
          series.map(({ at, refused }) => ({ x: at, y: refused })),
          width,
          2,
        ),
      ],
    }),
    legend: [],
    table: {
      caption: 'Refused calls by reason',
      heads: ['reason', 'calls'],
      rows: [
        ['more calls than the rate admits', number(byRate)],
        ["the day's amount was exhausted", number(byDay)],
      ],
    },
  });
}
