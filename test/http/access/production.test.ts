import { getIntrospectionQuery } from 'graphql';

import { CREATE, FORCE_POLLING, TWO_TICKETS } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { notable } from '../../../src/sandbox/catalogue/catalogue';
import { call } from '../call';

const SEATS = {
  input: {
    ...TWO_TICKETS,
    eventId: notable.generalAdmission,
    tickets: [{ ticketId: '000001020005', quantity: 2 }],
  },
};

let house: House;
afterEach(() => house.close());

const open = async (env: Record<string, string> = {}) => {
  house = await openHouse({ env });
};

describe('introspection', () => {
  it('is off in production: no schema, no type, no suggestion of what there is', async () => {
    await open({ NODE_ENV: 'production' });
    for (const query of [getIntrospectionQuery(), '{ __type(name: "Cart") { fields { name } } }']) {
      const { status, data, errors } = await house.ask(query);
      expect(status).toBe(200);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const { errors } = await house.ask('{ countris { name } }');
    expect(errors?.[0]?.message).not.toContain('countries');
  });

  it('still returns the type of a result, which clients need', async () => {
    await open({ NODE_ENV: 'production' });
    expect((await house.ask('{ countries { __typename } }')).data.countries[0]).toEqual({
      __typename: 'CountryEntry',
    });
  });

  it.each([
    ['on outside of production', {}, true],
    ['on in production where that is asked for', { NODE_ENV: 'production', INTROSPECTION: 'true' }, true],
    ['off where that is asked for', { INTROSPECTION: 'false' }, false],
  ])('is %s', async (_what, env, expected) => {
    await open(env);
    const { errors } = await house.ask(getIntrospectionQuery());
    expect(errors === undefined).toBe(expected);
  });
});

describe('suggestions', () => {
  const CREATE_CART = 'mutation ($input: CreateCartInput!) { createCart(input: $input) { __typename } }';
  const nearlyRight: readonly (readonly [string, string, Record<string, unknown>, string])[] = [
    ['a field', '{ countris { name } }', {}, 'countries'],
    ['an argument', '{ states(contry: CANADA) { name } }', {}, 'country'],
    ['a type', 'query ($c: Contry) { states(country: $c) { name } }', {}, 'Country'],
    ['a type in a fragment', '{ pollCart(token: "x") { ... on Crt { id } } }', {}, 'Cart'],
    ['an enum value', '{ states(country: CANADAA) { name } }', {}, 'CANADA'],
    [
      'an enum value in a variable',
      'query ($c: Country) { states(country: $c) { name } }',
      { c: 'CANADAA' },
      'CANADA',
    ],
    ['an input field', 'mutation { createCart(input: { eventIdd: "x" }) { __typename } }', {}, 'eventId'],
    ['an input field in a variable', CREATE_CART, { input: { ...SEATS.input, areaId: [] } }, 'areaIds'],
    ['a field selected of a type', '{ pollCart(token: "x") { id } }', {}, 'inline fragment'],
  ];
  const text = async (query: string, variables: Record<string, unknown>) =>
    JSON.stringify((await house.ask(query, variables)).errors);

  it('R-LIMIT-5: are not made in production', async () => {
    await open({ NODE_ENV: 'production' });
    for (const [what, query, variables] of nearlyRight) {
      const answer = await text(query, variables);
      expect(answer).toContain('message');
      expect([what, answer]).toEqual([what, expect.not.stringContaining('Did you mean')]);
    }
  });

  it('are made for developers', async () => {
    await open();
    for (const [, query, variables, suggested] of nearlyRight) {
      expect(await text(query, variables)).toMatch(new RegExp(`Did you mean .*${suggested}`));
    }
  });

  it('R-LIMIT-5: are not made in production on a stream', async () => {
    await open({ NODE_ENV: 'production' });
    const field = 'subscription { cartProgres(token: "x") { __typename } }';
    const variable =
      'subscription ($t: ID!, $y: Boolean!) { cartProgress(token: $t) { __typename @include(if: $y) } }';
    for (const asked of [{ query: field }, { query: variable, variables: { t: 'x', y: 'tru' } }]) {
      const answer = await call(house, '/graphql/stream', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify(asked),
      });
      expect(answer.text).toContain('message');
      expect(answer.text).not.toContain('Did you mean');
    }
  });
});

describe('X-TM-FORCE-POLLING', () => {
  it('makes a call poll outside of production, for frontends to be tried out', async () => {
    await open();
    const { data } = await house.ask(CREATE, SEATS, FORCE_POLLING);
    expect(data.createCart.__typename).toBe('Pending');
  });

  it('R-FORCE-1: does nothing in production: polling would exhaust the quota that all shoppers share', async () => {
    await open({ NODE_ENV: 'production' });
    const { data } = await house.ask(CREATE, SEATS, FORCE_POLLING);
    expect(data.createCart.__typename).toBe('Cart');
    expect(house.sandbox.report().requests.poll).toBe(0);
  });
});
