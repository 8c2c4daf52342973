import { type GraphQLSchema, Kind, parse, printSchema, printType } from 'graphql';

import { type FastReads, createFastReads } from '../../../src/fast-reads/fast-reads';
import { DIRECTIVES_OF_TYPES } from '../../../src/graphql/federation';
import { buildSchema, readTypeDefs } from '../../../src/graphql/schema';
import { readsOf, show, showId, shows } from '../../events/shows';
import { call } from '../../http/call';
import { type House, openHouse } from '../../support/house';

const FEDERATION = { FEDERATION: 'true' };
const ENTITIES = `query Entities($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Event { id name } }
}`;
const EVENTS = 'query Events($ids: [EventID!]!) { events(ids: $ids) { id name } }';
const UNKNOWN = 'UNKNOWNUNKNOWN01';
const COST = { 'x-graphql-cost': 'true' };

const representation = (id: unknown) => ({ __typename: 'Event', id });
const representations = (ids: readonly unknown[]) => ({ representations: ids.map(representation) });

/** What the gateway replies to a document; `salt` makes another body for the same read, which no stored reply answers. */
async function reply(house: House, query: string, variables: object, salt: number): Promise<string> {
  const { status, headers, text } = await call(house, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, extensions: { salt } }),
  });
  return `${status} ${headers['content-type'] ?? ''} ${text}`;
}

describe('entities', () => {
  let house: House;
  const ids = shows('E', 50).map(({ id }) => id);
  const [first = '', second = ''] = ids;

  beforeAll(async () => {
    house = await openHouse({ sandbox: { events: shows('E', 50) }, env: FEDERATION });
  });
  afterAll(() => house.close());

  it('are what `events` returns for as many ids, in their order, an unknown one being null', async () => {
    const asked = [second, UNKNOWN, first];
    const entities = await house.ask(ENTITIES, representations(asked));
    const events = await house.ask(EVENTS, { ids: asked });
    expect(entities.errors).toBeUndefined();
    expect(entities.data._entities).toEqual(events.data.events);
    expect(entities.data._entities).toMatchObject([{ id: second }, null, { id: first }]);
  });

  it('L6: are read upstream once for each event, however often they are named', async () => {
    const before = readsOf(house);
    const [one, two] = ids.slice(10);
    const { data } = await house.ask(
      `query ($representations: [_Any!]!) {
        a: _entities(representations: $representations) { ... on Event { name } }
        b: _entities(representations: $representations) { ... on Event { name } }
      }`,
      representations([one, two, one, two, one]),
    );
    expect([data.a.length, data.b.length]).toEqual([5, 5]);
    expect(readsOf(house) - before).toBe(2);
  });

  it.each([
    ['an id of another shape', representation('../orders')],
    ['an id that is no text', representation(7)],
    ['no id', { __typename: 'Event' }],
    ['another type', { __typename: 'Venue', id: 'E000000000000001' }],
    ['no type', { id: 'E000000000000001' }],
    ['a text', 'E000000000000001'],
    ['a list', [representation('E000000000000001')]],
    ['a type that every object inherits', { __typename: 'constructor', id: 'E000000000000001' }],
  ])(
    'L8: that are %s are an error of their own, and nothing is asked upstream for them',
    async (_, wrong) => {
      await house.ask(ENTITIES, representations([first, second]));
      const before = readsOf(house);
      for (const turn of [1, 2, 3]) {
        const { status, data, errors } = await house.ask(ENTITIES, {
          representations: [representation(first), wrong, representation(second)],
        });
        expect([turn, status]).toEqual([turn, 200]);
        expect(data._entities).toMatchObject([{ id: first }, null, { id: second }]);
        expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT' } }]);
      }
      expect(readsOf(house)).toBe(before);
    },
  );

  it('may be written in the document', async () => {
    const { data } = await house.ask(
      `{ _entities(representations: [{ __typename: "Event", id: "${first}" }, { __typename: "Event" }]) { __typename } }`,
    );
    expect(data._entities).toEqual([{ __typename: 'Event' }, null]);
  });

  it('may have an id that looks like a card number', async () => {
    const { errors } = await house.ask(ENTITIES, representations(['4111111111111111']));
    expect(errors).toBeUndefined();
  });

  it('R-COST-2: cost what as many events cost, in variables and in the document', async () => {
    const costOf = async (query: string, variables: Record<string, unknown> = {}) => {
      const { text } = await call(house, '/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...COST },
        body: JSON.stringify({ query, variables }),
      });
      const { extensions } = JSON.parse(text) as {
        extensions: { cost: { requested: number; upstream: number } };
      };
      return extensions.cost;
    };
    const WHOLE = '{ __typename name tickets { prices { priceId } } availability { blocks { remaining } } }';
    for (const count of [0, 1, 7, 50]) {
      const some = ids.slice(0, count);
      const right = await costOf(`query ($ids: [EventID!]!) { events(ids: $ids) ${WHOLE} }`, { ids: some });
      const inVariables = await costOf(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Event ${WHOLE} } }`,
        representations(some),
      );
      const literal = some.map((id) => `{ __typename: "Event", id: "${id}" }`).join(', ');
      const inDocument = await costOf(
        `{ _entities(representations: [${literal}]) { ...E } } fragment E on Event ${WHOLE}`,
      );
      expect([count, inVariables, inDocument]).toEqual([count, right, right]);
    }
  });

  it('are bounded as `events` is, and nothing is read above it', async () => {
    const most = await house.ask(ENTITIES, representations(ids));
    expect(most.data._entities).toHaveLength(50);
    const before = readsOf(house);
    const many = await house.ask(ENTITIES, representations([...ids, UNKNOWN]));
    const events = await house.ask(EVENTS, { ids: [...ids, UNKNOWN] });
    expect(many.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(many.errors?.[0]?.message).toBe(events.errors?.[0]?.message);
    expect(readsOf(house)).toBe(before);
    const over = await house.ask(ENTITIES, representations([...ids, ...ids, UNKNOWN]));
    expect([over.status, over.errors?.[0]]).toMatchObject([
      400,
      { extensions: { code: 'OVER_LIMIT', limit: 'listSize' } },
    ]);
  });

  it('are not timed, whatever a request says of tracing', async () => {
    const { text } = await call(house, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-federation-include-trace': 'ftv1' },
      body: JSON.stringify({ query: `${ENTITIES} # new`, variables: representations([first]) }),
    });
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['data']);
  });
});

describe('entities over the limit of cost', () => {
  it('are refused, the first time and later', async () => {
    const env = { ...FEDERATION, MAX_COST: '519' };
    const house = await openHouse({ sandbox: { events: [] }, env });
    const ask = (count: number) => house.ask(ENTITIES, representations(Array(count).fill(UNKNOWN)));
    for (const turn of [1, 2, 3]) {
      const over = await ask(10);
      expect([turn, over.status, over.errors]).toMatchObject([
        turn,
        400,
        [{ extensions: { code: 'OVER_LIMIT', limit: 'cost', asked: 530 } }],
      ]);
      expect((await ask(9)).errors).toBeUndefined();
    }
    await house.close();
  });
});

describe('entities of a caller with an exhausted budget', () => {
  it('are refused', async () => {
    const env = { ...FEDERATION, RATE_LIMIT_PER_ADDRESS: '1' };
    const house = await openHouse({ sandbox: { events: shows('E', 1) }, env });
    const ask = () => house.ask(ENTITIES, representations([showId('E', 1)]));
    await ask();
    expect((await ask()).errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await house.close();
  });
});

describe('fast reads of entities', () => {
  const unreadable = show(showId('E', 3));
  Object.assign(unreadable, { answer: 'nonsense' });
  const events = [show(showId('E', 1), { name: 'Motörhead “live”' }), show(showId('E', 2)), unreadable];
  const [one = '', two = '', three = ''] = events.map(({ id }) => id);

  const DOCUMENTS = [
    ENTITIES,
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        __typename ...Named ... on Event { venue { name address { country } } sellable }
      }
    }
    fragment Named on Event { name tickets { ticketId prices { amount { amount currency } } } }`,
    `query ($representations: [_Any!]! = [{ __typename: "Event", id: "${one}" }], $withId: Boolean = true) {
      first: _entities(representations: $representations) { ... on _Entity { __typename } ... on Event { id @include(if: $withId) } }
      events(ids: ["${two}"]) { name }
      __typename
    }`,
    `{ _entities(representations: [{ __typename: "Event", id: "${two}" }]) { ... on Event { name } } }`,
  ];
  const VARIABLES = [
    representations([one]),
    representations([two, one, two, UNKNOWN]),
    representations([]),
    representations([one, three, two]),
    representations(['..', one]),
    { representations: representation(one) },
    { representations: [{ __typename: 'Event', id: one, name: 'what a router knows besides' }] },
    { representations: [null] },
    { representations: null },
    {},
    representations(Array.from({ length: 51 }, () => one)),
  ];

  it('are those of Apollo Server, byte for byte, the first time and later', async () => {
    let fromKnown = 0;
    const plain = await openHouse({ sandbox: { events }, env: FEDERATION, fastReads: () => null });
    const counted: (parts: Parameters<typeof createFastReads>[0]) => FastReads = (parts) => {
      const made = createFastReads(parts);
      const execute: FastReads['known']['execute'] = async (...request) => {
        const text = await made.known.execute(...request);
        if (text !== null) fromKnown++;
        return text;
      };
      return { ...made, known: { execute } };
    };
    const right: string[] = [];
    for (const query of DOCUMENTS) {
      for (const variables of VARIABLES) right.push(await reply(plain, query, variables, 0));
    }
    await plain.close();

    const fast = await openHouse({ sandbox: { events }, env: FEDERATION, fastReads: counted });
    for (const turn of [1, 2, 3]) {
      let at = 0;
      for (const query of DOCUMENTS) {
        for (const variables of VARIABLES) {
          // The third turn repeats the bodies of the second, which are then stored whole.
          const given = await reply(fast, query, variables, Math.min(turn, 2));
          expect({ turn, query, variables, given }).toEqual({ turn, query, variables, given: right[at++] });
        }
      }
    }
    expect(fromKnown).toBeGreaterThan(2 * DOCUMENTS.length);
    expect(fast.sandbox.report().requests.event).toBeGreaterThan(2);
    await fast.close();
  });

  it('need Apollo Server only once', async () => {
    const house = await openHouse({ sandbox: { events }, env: { ...FEDERATION, LOG_LEVEL: 'info' } });
    const texts = new Set<string>();
    for (const salt of [1, 2, 3]) texts.add(await reply(house, ENTITIES, representations([one, two]), salt));
    expect(texts.size).toBe(1);
    expect(readsOf(house)).toBe(2);
    await house.close();
  });
});

describe('the schema', () => {
  it('has nothing of a federation unless it is asked for', async () => {
    const house = await openHouse();
    expect(printSchema(buildSchema())).not.toMatch(
      /_entities|_service|_Any|_Entity|_Service|@key|@shareable/,
    );
    for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
      expect((await house.ask(query)).errors).toMatchObject([
        { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      ]);
    }
    await house.close();
  });

  it('is as a subgraph the same, and what a router asks for', () => {
    const plain = buildSchema();
    const subgraph = buildSchema({ showsSdl: true });
    const names = (schema: GraphQLSchema) => Object.keys(schema.getTypeMap()).sort();
    const fields = (schema: GraphQLSchema) => Object.keys(schema.getQueryType()?.getFields() ?? {}).sort();
    expect(names(subgraph)).toEqual([...names(plain), '_Any', '_Entity', '_Service'].sort());
    expect(fields(subgraph)).toEqual([...fields(plain), '_entities', '_service'].sort());
    const textsOf = (schema: GraphQLSchema) =>
      names(plain).flatMap((name) => {
        const type = schema.getType(name);
        return type && name !== 'Query' ? printType(type) : [];
      });
    expect(textsOf(subgraph)).toEqual(textsOf(plain));
  });

  it('gives its directives to types that there are', () => {
    const types = parse(readTypeDefs()).definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
    );
    expect(types).toEqual(expect.arrayContaining(Object.keys(DIRECTIVES_OF_TYPES)));
  });

  it('writes nothing beside the log as a subgraph', async () => {
    const printed = jest.spyOn(console, 'info').mockReturnValue();
    const house = await openHouse({ env: FEDERATION });
    await house.close();
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it('is shown as a subgraph only where introspection is allowed', async () => {
    const shown = await openHouse({ env: FEDERATION });
    const { data } = await shown.ask('{ _service { sdl } }');
    expect(data._service.sdl).toContain('type Event @key(fields: "id") {');
    await shown.close();
    const hidden = await openHouse({ env: { ...FEDERATION, INTROSPECTION: 'false' } });
    const answer = await hidden.ask('{ _service { sdl } }');
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect((await hidden.ask(ENTITIES, representations([UNKNOWN]))).data).toEqual({ _entities: [null] });
    await hidden.close();
  });
});
