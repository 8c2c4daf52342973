import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ask } from '../support/house';
import { type WallClockHouse, openWallClockHouse } from '../support/wall-clock-house';

const ROOT = join(__dirname, '..', '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The blocks of `language` in the README, in their order. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);

describe('README.md', () => {
  let house: WallClockHouse;
  beforeAll(async () => {
    house = await openWallClockHouse();
  });
  afterAll(() => house.close());

  it('is read in one sitting: fewer than 150 lines', () => {
    expect(readme.split('\n').length).toBeLessThan(151);
  });

  it('shows the answer to its first query', async () => {
    const body = /curl .*\/graphql.*\\\n\s+-d '(.*)'/.exec(readme)?.[1] ?? '';
    const { query } = JSON.parse(body) as { query: string };
    expect({ data: (await ask(house.url, query)).data }).toEqual(JSON.parse(blocks('json')[0] ?? ''));
  });

  it('shows the answer to its first cart, but for the id and the seconds', async () => {
    const shown = JSON.parse(blocks('json')[1] ?? '') as { data: { createCart: object } };
    const { data } = await ask(house.url, blocks('graphql')[0] ?? '');
    expect(data.createCart).toEqual({
      ...shown.data.createCart,
      id: expect.any(String),
      holdSeconds: expect.any(Number),
    });
  });

  it('names commands that package.json has, and CI runs the one for tests', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const pages = [readme, readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')].join('\n');
    const named = [...pages.matchAll(/npm (?:run )?(start|test|[\w:-]+)\b/g)]
      .map(([, name = '']) => name)
      .filter((name) => !['install', 'ci', 'run', 'publish'].includes(name));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(readFileSync(join(ROOT, '.ci', 'run'), 'utf8')).toMatch(/^npm test$/m);
  });
});

describe('docs/decisions/README.md', () => {
  it('lists every decision', () => {
    const folder = join(ROOT, 'docs', 'decisions');
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    const pages = readdirSync(folder).filter((name) => name !== 'README.md');
    expect(pages.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });
});
