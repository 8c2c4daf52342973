import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { call } from '../http/call';
import { pageOf } from '../metrics/house-metrics';
import { seriesOf } from '../metrics/series';
import { CREATE, TWO_TICKETS, askOne } from '../support/carts';
import { type House, openHouse } from '../support/house';

const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const guide = read('docs', 'operator-guide.md');
const rules = read('deploy', 'prometheus', 'alerts.yaml');
const dashboard = JSON.parse(read('deploy', 'grafana', 'stagedoor.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
  templating: { list: { query: string | { query: string } }[] };
};

/** The names of metrics in an expression. */
const namesIn = (text: string): string[] => [...new Set(text.match(/\b(?:stagedoor|nodejs|process)_\w+/g))];

let house: House;
let page: string;
let series: ReadonlySet<string>;
beforeAll(async () => {
  house = await openHouse();
  await askOne(house, CREATE, { input: TWO_TICKETS });
  // Codes have series from the first refusal on.
  await call(house, '/graphql', { method: 'POST' });
  page = await pageOf(house);
  series = new Set(seriesOf(page).map(({ name }) => name));
});
afterAll(() => house.close());

describe('the alert rules', () => {
  const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);

  it('are many, and each has a section in the operator guide, to which it points', () => {
    expect(alerts.length).toBeGreaterThan(10);
    for (const name of alerts) {
      expect(guide).toContain(`\n### ${name}\n`);
      expect(rules).toContain(`runbook: docs/operator-guide.md#${name.toLowerCase()}\n`);
    }
  });

  it('and the guide describes no other', () => {
    const described = [...guide.matchAll(/^### (Stagedoor\w+)$/gm)].map(([, name]) => name);
    expect(described).toEqual(alerts);
  });

  it('use metrics that are exported', () => {
    const names = namesIn([...rules.matchAll(/expr: (?:>-\n)?(.*)/g)].map(([, expr]) => expr).join('\n'));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !series.has(name))).toEqual([]);
  });
});

describe('the dashboard', () => {
  it('uses metrics that are exported', () => {
    const { panels, templating } = dashboard;
    expect(panels.length).toBeGreaterThan(15);
    const all = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    const names = namesIn([...all, JSON.stringify(templating)].join('\n'));
    expect(names.filter((name) => !series.has(name))).toEqual([]);
  });

  it('shows every metric of the gateway', () => {
    const shown = namesIn(JSON.stringify(dashboard)).join(' ');
    const exported = [...page.matchAll(/^# TYPE (stagedoor_\w+)/gm)].map(([, name = '']) => name);
    expect(exported.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

describe('the operator guide', () => {
  it('lists every metric of the gateway with its help text, and no other', () => {
    const listed = [...guide.matchAll(/^\| `(stagedoor_\w+)` +\| (.*?) +\|$/gm)].map(
      ([, name, help]) => `${name}: ${help}`,
    );
    const exported = [...page.matchAll(/^# HELP (stagedoor_\w+) (.*)$/gm)].map(
      ([, name, help]) => `${name}: ${help}`,
    );
    expect(listed.sort()).toEqual(exported.sort());
  });
});
