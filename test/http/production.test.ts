import { getIntrospectionQuery } from 'graphql';

import { CREATE, FORCE_POLLING, TWO_TICKETS } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { notable } from '../../src/sandbox/catalogue/catalogue';

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

  it('still tells the type of a result, which clients need', async () => {
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

describe('X-TM-FORCE-POLLING', () => {
  it('makes a call poll outside of production, for frontends to be tried out', async () => {
    await open();
    const { data } = await house.ask(CREATE, SEATS, FORCE_POLLING);
    expect(data.createCart.__typename).toBe('Pending');
  });

  it('R-FORCE-1: does nothing in production: polling uses up what all shoppers share', async () => {
    await open({ NODE_ENV: 'production' });
    const { data } = await house.ask(CREATE, SEATS, FORCE_POLLING);
    expect(data.createCart.__typename).toBe('Cart');
    expect(house.sandbox.report().requests.poll).toBe(0);
  });
});
