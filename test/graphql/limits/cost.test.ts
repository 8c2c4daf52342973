import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  type DocumentNode,
  GraphQLError,
  type GraphQLObjectType,
  Kind,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  parse,
  validate,
} from 'graphql';

import { costOf, prepareCost } from '../../../src/graphql/limits/cost';
import { FIELD_COSTS } from '../../../src/graphql/limits/field-costs';
import { checkDocument } from '../../../src/graphql/limits/structure';
import { parseWithin } from '../../../src/graphql/limits/tokens';
import { buildSchema } from '../../../src/graphql/schema';
import { readSettings } from '../../../src/settings';
import { type House, openHouse } from '../../support/house';
import { notable } from '../../../src/sandbox/catalogue/notable';
import { call, codeOf } from '../../http/call';
import { fanOut, ofFatEvent, turns } from './bombs';

const schema = buildSchema({ showsSdl: true });

function operationOf(document: DocumentNode) {
  const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new GraphQLError('There is no operation.');
  return operation;
}

function cost(source: string, variables?: Record<string, unknown>): number {
  const document = parse(source);
  return costOf(prepareCost(schema, document, operationOf(document)), variables).requested;
}

const objectTypes = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType =>
  isObjectType(type),
);

describe('the table of what fields cost', () => {
  it('R-COST-1: names only fields that there are, and has the length of every list of objects', () => {
    const fields = objectTypes.flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
    );
    const names = [...fields.map(({ name }) => name), 'Query.__schema', 'Query.__type'];
    expect(Object.keys(FIELD_COSTS).filter((name) => !names.includes(name))).toEqual([]);
    const lists = fields.filter(
      ({ field }) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)),
    );
    const uncounted = lists.filter(({ name }) => !FIELD_COSTS[name]?.items && !FIELD_COSTS[name]?.itemsOf);
    expect(uncounted.map(({ name }) => name)).toEqual([]);
  });

  it('R-COST-1: names every mutation', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.filter((name) => !FIELD_COSTS[`Mutation.${name}`])).toEqual([]);
  });

  it('R-COST-1: multiplies by arguments at root fields only, and there by every list', () => {
    const listArguments = objectTypes.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args
          .filter((argument) => isListType(getNullableType(argument.type)))
          .map((argument) => [`${type.name}.${field.name}`, argument.name]),
      ),
    );
    const inTable = Object.entries(FIELD_COSTS).flatMap(([name, { itemsOf }]) =>
      itemsOf ? [[name, itemsOf]] : [],
    );
    expect(inTable).toEqual(listArguments);
    expect(inTable.map(([name]) => name)).toEqual(['Query.events', 'Query._entities']);
  });
});

describe('the cost of an operation', () => {
  it.each([
    ['a point for a field', '{ __typename }', 1],
    ['a point for each field of each entry', '{ countries { name isoCode } }', 11],
    ['what it costs upstream', '{ event(id: "x") { name } }', 52],
    ['what each call costs', '{ a: event(id: "x") { id } b: event(id: "y") { id } }', 104],
    [
      'what a list in a list has',
      '{ event(id: "x") { tickets { prices { priceId } } } }',
      51 + 1 + 12 * (1 + 10),
    ],
    ['a reserve', 'mutation { createCart(input: {}) { __typename } }', 1002],
    [
      'what is selected for all types, and the dearest of what is for one',
      `{ pollCart(token: "x") {
           __typename ... on Failure { code message } ... on Cart { id } ... on Pending { token attempt } ... on Cart { status holdSeconds }
       } }`,
      21 + 1 + 2 + 3,
    ],
    [
      'fragments as what stands in them',
      '{ ...q } fragment q on Query { ...r } fragment r on Query { countries { name } }',
      6,
    ],
  ])('R-COST-2: is %s', (_what, document, expected) => {
    expect(cost(document)).toBe(expected);
  });

  const EVENTS = 'events(ids: $ids) { name }';
  it.each([
    ['literals', `{ events(ids: ["a", "b", "c"]) { name } }`, undefined, 3 * 52],
    ['a variable', `query ($ids: [EventID!]!) { ${EVENTS} }`, { ids: ['a', 'b', 'c', 'd'] }, 4 * 52],
    ['an empty variable', `query ($ids: [EventID!]!) { ${EVENTS} }`, { ids: [] }, 0],
    ['a single value, which is a list of one', `query ($ids: [EventID!]!) { ${EVENTS} }`, { ids: 'a' }, 52],
    ['a default', `query ($ids: [EventID!]! = ["a", "b"]) { ${EVENTS} }`, undefined, 2 * 52],
    [
      'a default, also where every object has a property of that name',
      'query ($constructor: [EventID!]! = ["a", "b"]) { events(ids: $constructor) { name } }',
      {},
      2 * 52,
    ],
    ['a value over its default', `query ($ids: [EventID!]! = ["a", "b"]) { ${EVENTS} }`, { ids: ['a'] }, 52],
  ])('R-COST-2: counts the ids of events: %s', (_what, document, variables, expected) => {
    expect(cost(document, variables)).toBe(expected);
  });

  it('R-COST-3: is computed without expanding fragments, and never exceeds the largest exact integer', () => {
    expect(cost(fanOut(1000))).toBe(Number.MAX_SAFE_INTEGER);
    expect(cost(ofFatEvent(turns(100)))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('R-COST-3: of fragments that spread themselves is some number', () => {
    expect(
      cost(
        '{ ...a } fragment a on Query { ...b countries { ...c } } fragment b on Query { ...a } fragment c on CountryEntry { name ...c }',
      ),
    ).toBeGreaterThan(0);
  });
});

describe('an answer of the gateway', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('R-COST-4: reports its cost only if the request asks for it', async () => {
    const document = `{ event(id: "${notable.fat}") { name } }`;
    const asked = await fetch(`${house.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-graphql-cost': 'true' },
      body: JSON.stringify({ query: document }),
    });
    expect(await asked.json()).toEqual({
      data: { event: { name: expect.any(String) } },
      extensions: { cost: { requested: 52, upstream: 50, most: 160_000 } },
    });
    expect(await house.ask(document)).not.toHaveProperty('extensions');
  });

  it('R-COST-3: is computed even if a client sends null for its variables', async () => {
    const answer = await call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'query ($ids: [EventID!]!) { events(ids: $ids) { id } }',
        variables: null,
      }),
    });
    expect([answer.status, codeOf(answer)]).toEqual([200, 'BAD_USER_INPUT']);
  });

  /** How many fields an answer has. */
  const fieldsIn = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 0;
    const below = Object.values(value).reduce<number>((sum, entry) => sum + fieldsIn(entry), 0);
    return Array.isArray(value) ? below : below + Object.keys(value).length;
  };

  it.each([
    [
      'the prices',
      'tickets { prices { charges { kind amount { amount currency } } level { amounts { amount } } } }',
    ],
    ['areas in levels', turns(4)],
    [
      'all that is nested elsewhere',
      'artists { name } notes { text } areaGroups { areas { priceLevels { priceLevelId } } }',
    ],
  ])(
    'R-COST-5: has no more fields than its cost said, for the largest event there is: %s',
    async (_what, selection) => {
      const { data } = await house.ask(ofFatEvent(selection));
      const fields = fieldsIn(data);
      expect(fields).toBeGreaterThan(50);
      expect(cost(ofFatEvent(selection))).toBeGreaterThanOrEqual(fields);
    },
  );

  it('R-COST-5: has no more fields than its cost said, for introspection', async () => {
    const { data } = await house.ask(getIntrospectionQuery());
    expect(cost(getIntrospectionQuery())).toBeGreaterThanOrEqual(fieldsIn(data));
  });

  it.each(
    [
      ...readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8').matchAll(
        /```graphql\n([^]*?)```/g,
      ),
    ].map(([, document = '']) => [document.trim().split('\n').slice(0, 2).join(' '), document]),
  )('R-LIMIT-4: is not refused where the README asks: %s', (_start, source) => {
    const { limits } = readSettings({});
    const document = parseWithin(source, limits);
    expect(validate(schema, document)).toEqual([]);
    expect(checkDocument(document, limits)).toBeNull();
    expect(cost(source)).toBeLessThan(limits.cost / 10);
  });

  it('R-LIMIT-4: comes to whatever tools send to learn the schema', async () => {
    const everything = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      experimentalDirectiveDeprecation: false,
      oneOf: true,
    });
    expect(await house.ask(everything)).toMatchObject({ status: 200, data: expect.anything() });
    expect(everything).toContain('isOneOf');
  });
});
