import { CLASSES } from '../stage/call-classes.mjs';
import { chart } from './chart.mjs';
import { figure, tableOf } from './figure.mjs';
import { ruleLayer, stackLayer } from './layers.mjs';
import { number, percent, timeAxis } from './words.mjs';

const NAMES = Object.keys(CLASSES);

/** What the quota was spent on. */
export function callsPicture({ calls, seconds, options }) {
  const { admitted, quotaUsed, byClass, byRoute, series } = calls;
  const share = (name) => percent(admitted === 0 ? 0 : byClass[name] / admitted);
  const conclusion = `While shoppers waited, ${percent(quotaUsed)} of the quota was used; of all ${number(admitted)} calls, ${share('read')} were for readers.`;
  const rate = options.callsPerSecond;
  const picture = figure({
    heading: 'What the quota was spent on',
    conclusion,
    picture: chart({
      id: 'calls',
      title: 'Upstream calls a second by what they are for, over time',
      description: conclusion,
      x: timeAxis(seconds),
      y: {
        label: 'calls a second',
        most: 1.1 * Math.max(rate, ...series.map((one) => NAMES.reduce((sum, name) => sum + one[name], 0))),
      },
      layers: [stackLayer(series, NAMES), ruleLayer(rate, `the quota: ${rate} a second`)],
    }),
    legend: NAMES.map((name) => CLASSES[name].title),
    table: {
      caption: 'Calls by what they are for',
      heads: ['class', 'calls', 'share'],
      rows: NAMES.map((name) => [CLASSES[name].title, number(byClass[name]), share(name)]),
    },
  });
  const routes = Object.entries(byRoute).filter(([, count]) => count > 0);
  const byRouteTable = tableOf({
    caption: "Calls by route, by the sandbox's names",
    heads: ['route', 'calls'],
    rows: routes.map(([route, count]) => [route, number(count)]),
  });
  return picture.replace('</section>', `${byRouteTable}</section>`);
}
