import { notable } from '../../../src/sandbox/catalogue/notable';
import { type House, openHouse } from '../../support/house';
import { fanOut, nested, ofFatEvent, times, turns } from './bombs';

let house: House;
afterEach(() => house.close());

const open = async (env: Record<string, string> = {}) => {
  house = await openHouse({ env });
};

const CREATE = 'mutation ($input: CreateCartInput!) { createCart(input: $input) { __typename } }';
const cartWithAreas = (areaIds: string[]) => ({
  input: { eventId: notable.generalAdmission, tickets: [{ ticketId: 'x', quantity: 1 }], areaIds },
});
const literalCart = (areas: number) => `mutation {
  createCart(input: {
    eventId: "${notable.generalAdmission}", tickets: [{ ticketId: "x", quantity: 1 }]
    areaIds: [${times(areas, (index) => `"${index}"`)}]
  }) { __typename }
}`;

interface Border {
  readonly what: string;
  readonly setting: string;
  readonly limit: string;
  readonly most: number;
  /** A valid document that asks for so much. */
  readonly document: (asked: number) => string;
  readonly variables?: (asked: number) => Record<string, unknown>;
}

const FIELDS = ['isoCode', 'name', 'countryId', 'country'];

const borders: readonly Border[] = [
  {
    what: 'words and signs',
    setting: 'MAX_QUERY_TOKENS',
    limit: 'tokens',
    most: 7,
    document: (asked) => `{countries{${FIELDS.slice(0, asked - 5).join(' ')}}}`,
  },
  { what: 'nested fields', setting: 'MAX_QUERY_DEPTH', limit: 'depth', most: 6, document: nested },
  {
    what: 'nested fields, in fragments',
    setting: 'MAX_QUERY_DEPTH',
    limit: 'depth',
    most: 6,
    document: (asked) =>
      `{ __type(name: "Query") { ...a } }
       fragment a on __Type { ofType { ...b } }
       fragment b on __Type { ${'ofType { '.repeat(asked - 3)}name${' }'.repeat(asked - 3)} }`,
  },
  {
    what: 'aliases',
    setting: 'MAX_QUERY_ALIASES',
    limit: 'aliases',
    most: 5,
    document: (asked) => `{ countries { ${times(asked, (index) => `a${index}: isoCode`)} } }`,
  },
  {
    what: 'repeated fields',
    setting: 'MAX_QUERY_ALIASES',
    limit: 'aliases',
    most: 5,
    document: (asked) => `{ countries { ${times(asked + 1, () => 'isoCode')} } }`,
  },
  {
    what: 'aliases, in a fragment that is spread twice',
    setting: 'MAX_QUERY_ALIASES',
    limit: 'aliases',
    most: 6,
    document: (asked) =>
      `{ countries { ...f } ...g }
       fragment g on Query { countries { ...f ${times(asked % 2, () => 'a: name')} } }
       fragment f on CountryEntry { ${times(asked >> 1, (index) => `b${index}: name`)} }`,
  },
  {
    what: 'root fields',
    setting: 'MAX_ROOT_FIELDS',
    limit: 'rootFields',
    most: 4,
    document: (asked) => `{ ${times(asked, (index) => `a${index}: __typename`)} }`,
  },
  {
    what: 'root fields, in fragments',
    setting: 'MAX_ROOT_FIELDS',
    limit: 'rootFields',
    most: 4,
    document: (asked) =>
      `{ ...f ... { countries { name } } }
       fragment f on Query { ${times(asked - 1, (index) => `a${index}: __typename`)} }`,
  },
  {
    what: 'directives',
    setting: 'MAX_DIRECTIVES',
    limit: 'directives',
    most: 5,
    document: (asked) => `{ countries { ${times(asked, () => '... @include(if: true) { isoCode }')} } }`,
  },
  {
    what: 'fragments',
    setting: 'MAX_FRAGMENTS',
    limit: 'fragments',
    most: 5,
    document: (asked) => `{ countries { ${times(asked, () => '... { isoCode }')} } }`,
  },
  {
    what: 'fragments that spread fragments',
    setting: 'MAX_FRAGMENTS',
    limit: 'fragments',
    most: 6,
    document: (asked) =>
      `{ countries { ...a ...a ${times(asked - 6, () => '... { name }')} } }
       fragment a on CountryEntry { ...b ...b }
       fragment b on CountryEntry { isoCode }`,
  },
  {
    what: 'entries of a list',
    setting: 'MAX_LIST_SIZE',
    limit: 'listSize',
    most: 7,
    document: literalCart,
  },
  {
    what: 'entries of a list in a variable',
    setting: 'MAX_LIST_SIZE',
    limit: 'listSize',
    most: 7,
    document: () => CREATE,
    variables: (asked) => cartWithAreas(Array.from({ length: asked }, String)),
  },
  {
    what: 'cost',
    setting: 'MAX_COST',
    limit: 'cost',
    most: 16,
    // The field, and five countries with three fields each.
    document: (asked) => `{ countries { name isoCode country } ${times(asked - 16, () => '__typename')} }`,
  },
];

describe('a limit', () => {
  it.each(borders.map((border) => [border.what, border] as const))(
    'R-LIMIT-1: lets pass what is just under it, and refuses what is just over it: %s',
    async (_what, { setting, limit, most, document, variables }) => {
      await open({ [setting]: String(most) });
      const under = await house.ask(document(most), variables?.(most));
      expect(under).toMatchObject({ status: 200, data: expect.anything() });
      expect(under.errors).toBeUndefined();

      const over = await house.ask(document(most + 1), variables?.(most + 1));
      expect(over.status).toBe(400);
      expect(over.data).toBeUndefined();
      expect(over.errors).toHaveLength(1);
      expect(over.errors?.[0]?.extensions).toMatchObject({ code: 'OVER_LIMIT', limit, most });
      expect(over.errors?.[0]?.message).toMatch(
        new RegExp(`^The request is refused, for .*\\b${most}\\b.*\\.$`),
      );
    },
  );

  it('R-LIMIT-1: is kept to again when the same document comes again', async () => {
    await open({ MAX_COST: '400' });
    const document = 'query ($ids: [EventID!]!) { events(ids: $ids) { id } }';
    for (const [count, status] of [
      [1, 200],
      [7, 200],
      [8, 400],
      [2, 200],
      [8, 400],
    ] as const) {
      expect(await house.ask(document, { ids: Array(count).fill(notable.fat) })).toMatchObject({ status });
    }
  });
});

describe('the order of the checks', () => {
  it('R-LIMIT-2: is that of their cheapness: a document is not validated when it is over a limit', async () => {
    await open();
    const { errors } = await house.ask(`{ noSuchField { ${times(40, (index) => `a${index}: b`)} } }`);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OVER_LIMIT', limit: 'aliases', asked: 40 });
  });

  it('R-LIMIT-2: is JSON, tokens, depth, aliases, root fields, directives, fragments, lists, cost', async () => {
    await open();
    const everything = {
      cost: ofFatEvent(turns(6)),
      listSize: `query L { events(ids: [${times(101, () => '"x"')}]) { id } }`,
      fragments: `query F { countries { ${times(101, () => '... { name }')} } }`,
      directives: `query D { countries { name ${times(51, () => '@include(if: true)')} } }`,
      rootFields: `query R { ${times(21, (index) => `r${index}`)} }`,
      aliases: `query A { countries { ${times(31, (index) => `a${index}: name`)} } }`,
      depth: `query N ${nested(16)}`,
      tokens: `query T { ${times(3000, () => 'name')} }`,
    };
    let document = '';
    for (const [limit, part] of Object.entries(everything)) {
      document = `${part} ${document}`;
      const { errors } = await house.ask(document);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'OVER_LIMIT', limit });
    }
    const { errors } = await house.ask(document, { deep: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]] });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OVER_LIMIT', limit: 'jsonDepth', most: 16 });
  });
});

describe('a bomb', () => {
  it('R-LIMIT-3: of fragments is counted without being expanded', async () => {
    await open();
    const { errors } = await house.ask(fanOut(100));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OVER_LIMIT', limit: 'fragments' });
    expect(errors?.[0]?.extensions).toMatchObject({ asked: Number.MAX_SAFE_INTEGER });
  });

  it('R-LIMIT-3: of fragments that spread themselves is left to validation', async () => {
    await open();
    const { status, errors } = await house.ask(
      `${ofFatEvent('...a')} fragment a on Event { id ...b } fragment b on Event { ...a }`,
    );
    expect([status, errors?.[0]?.extensions.code]).toEqual([200, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it.each([5, 6])('R-LIMIT-3: of lists in lists is refused by its cost: %i turns', async (count) => {
    await open();
    const { errors } = await house.ask(ofFatEvent(turns(count)));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OVER_LIMIT', limit: 'cost' });
  });

  it('R-LIMIT-3: of lists in lists is refused by its depth', async () => {
    await open();
    const { errors } = await house.ask(ofFatEvent(turns(8)));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OVER_LIMIT', limit: 'depth' });
  });

  it.each([
    ['lists', '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'],
    ['types', nested(16)],
    [
      'aliases',
      `{ __schema { types { ${times(29, (index) => `a${index}: fields { args { type { name } } }`)} } } }`,
    ],
  ])('R-LIMIT-3: of introspection is refused where introspection is on: %s', async (_what, document) => {
    await open();
    const { data, errors } = await house.ask(document);
    expect(data).toBeUndefined();
    expect(errors).toBeDefined();
  });
});
