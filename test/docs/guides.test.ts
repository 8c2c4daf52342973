import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { createClient } from 'graphql-sse';
import {
  type GraphQLInterfaceType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';

import { buildSchema } from '../../src/graphql/schema';
import { FORCE_POLLING } from '../support/carts';
import { ask } from '../support/house';
import { type WallClockHouse, openWallClockHouse } from '../support/wall-clock-house';

const ROOT = join(__dirname, '..', '..');
const schema = buildSchema();
const failures = schema
  .getImplementations(schema.getType('Failure') as GraphQLInterfaceType)
  .objects.map(({ name }) => name);

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** A block of GraphQL on a page, with the block of JSON that follows it for variables. */
interface Sample {
  readonly page: string;
  readonly source: string;
  readonly forcePolling: boolean;
  readonly variables: string;
}

const samplesOf = (page: string): Sample[] =>
  [
    ...readFileSync(join(ROOT, page), 'utf8').matchAll(
      /^```graphql( force-polling)?\n([^]*?)^```\n(?:\n```json\n([^]*?)^```\n)?/gm,
    ),
  ].map(([, forced, source = '', variables = '{}']) => ({
    page,
    source,
    forcePolling: forced !== undefined,
    variables,
  }));

const samples = PAGES.flatMap(samplesOf);

const operationsOf = ({ source }: Sample): OperationDefinitionNode[] =>
  parse(source).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);

/** Stores the ids and tokens of carts and orders in a response, as the playground does for `{{cart}}`. */
function remember(known: Map<string, string>, data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  const { __typename, id, token, orderToken, totals } = data as Readonly<Record<string, never>>;
  const keep = (name: string, value: string | undefined) => value !== undefined && known.set(name, value);
  if (__typename === 'Cart') {
    keep('cart', id);
    keep('total', (totals as { grand: { amount: string } } | undefined)?.grand.amount);
  }
  if (__typename === 'Pending') keep('token', token);
  if (__typename === 'PurchaseReceipt') keep('order', orderToken);
  Object.values(data).forEach((part) => remember(known, part));
}

describe('the queries in the documentation', () => {
  it('are many', () => {
    expect(samples.length).toBeGreaterThan(12);
  });

  it.each(PAGES)('are good by the schema: %s', (page) => {
    for (const { source } of samplesOf(page)) expect(validate(schema, parse(source))).toEqual([]);
  });
});

describe.each(PAGES.filter((page) => samplesOf(page).length > 0))('the queries of %s', (page) => {
  let house: WallClockHouse;
  beforeAll(async () => {
    house = await openWallClockHouse();
  });
  afterAll(() => house.close());

  it('run one after the other as they stand, and come to no failure', async () => {
    const known = new Map<string, string>();
    for (const sample of samplesOf(page)) {
      const text = sample.variables.replaceAll(
        /\{\{(\w+)\}\}/g,
        (_, name: string) => known.get(name) ?? name,
      );
      for (const operation of operationsOf(sample)) {
        const data = await answerTo(sample, operation, JSON.parse(text) as Record<string, unknown>);
        for (const part of Object.values(data as Record<string, { __typename?: string } | null>)) {
          expect(failures).not.toContain(part?.__typename);
        }
        remember(known, data);
      }
    }
  });

  async function answerTo(
    sample: Sample,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ) {
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return lastOf(sample.source, variables);
    const headers = sample.forcePolling ? FORCE_POLLING : {};
    const { data, errors } = await ask(house.url, sample.source, variables, headers);
    expect(errors).toBeUndefined();
    return data as unknown;
  }

  /** The last result of a subscription. */
  async function lastOf(query: string, variables: Record<string, unknown>) {
    const client = createClient({ url: `${house.url}/graphql/stream`, retryAttempts: 0 });
    let last: unknown;
    for await (const { data, errors } of client.iterate({ query, variables })) {
      expect(errors).toBeUndefined();
      last = data;
    }
    return last;
  }
});

describe('the links in the documentation', () => {
  const links = PAGES.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(((?!https?:|#)[^)]+)\)/g)].map(
      ([, link = '']) => [page, link] as const,
    ),
  );

  it.each(links)('%s: %s leads somewhere', (page, link) => {
    const [path = '', anchor] = link.split('#');
    const target = join(ROOT, dirname(page), path);
    expect(existsSync(target)).toBe(true);
    if (anchor === undefined) return;
    const titles = [...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      anchorOf(title),
    );
    expect(titles).toContain(anchor);
  });

  it('of the schema reference lead to the types', () => {
    const text = readFileSync(join(ROOT, 'docs', 'schema.md'), 'utf8');
    const anchors = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchorOf(title)));
    const broken = [...text.matchAll(/\]\(#([^)]+)\)/g)].filter(([, anchor = '']) => !anchors.has(anchor));
    expect(broken).toEqual([]);
  });
});

/** The anchor that a title has on the page. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
