import { buildClientSchema, getIntrospectionQuery, getNamedType, isObjectType } from 'graphql';

import { catalogue, notable } from '../../../src/sandbox/catalogue/catalogue';
import { askOne } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { complaintsAbout, fullSelection } from '../full-selection';

const LIST = '{ sellableEvents { eventId code host localDate localTime timeZone offers { name ticketId } } }';
const BY_CODE =
  'query ($code: String!, $host: String!) { eventByCode(code: $code, host: $host) { id name } }';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const known = (id: string) => {
  const event = catalogue().find((entry) => entry.id === id);
  if (!event) throw new Error(id);
  return event;
};

describe('the events that the account can sell', () => {
  it('R-LOOKUP-1: are all of them, as the schema says, in one call', async () => {
    const schema = buildClientSchema((await house.ask(getIntrospectionQuery())).data);
    const type = schema.getQueryType()?.getFields()['sellableEvents']?.type;
    const events = await askOne(house, LIST, {});
    if (!type) throw new Error('There is no Query.sellableEvents.');
    expect(complaintsAbout(events, type, 'sellableEvents')).toEqual([]);
    const sellable = catalogue().filter(({ answer }) => answer.api_transactable);
    expect(events.map(({ eventId }: { eventId: string }) => eventId)).toEqual(sellable.map(({ id }) => id));
    expect(house.sandbox.report().requests).toMatchObject({ events: 1, event: 0 });
  });

  it('R-LOOKUP-5: are read one by one only where they are selected, each once', async () => {
    const before = house.sandbox.report().requests.event;
    const events = await askOne(house, '{ sellableEvents { eventId event { id } again: event { id } } }', {});
    for (const { eventId, event } of events) expect(event).toEqual({ id: eventId });
    expect(house.sandbox.report().requests.event - before).toBe(events.length);
  });
});

describe("an event by its venue's code", () => {
  it('R-LOOKUP-2: is that event, in full', async () => {
    const { code, host } = known(notable.manualSample);
    const schema = buildClientSchema((await house.ask(getIntrospectionQuery())).data);
    const type = schema.getQueryType()?.getFields()['eventByCode']?.type;
    const named = type && getNamedType(type);
    if (!isObjectType(named)) throw new Error('Query.eventByCode is no object.');
    const query = BY_CODE.replace('{ id name }', fullSelection(named));
    expect(await askOne(house, query, { code, host })).toMatchObject({ id: notable.manualSample });
  });

  it('R-LOOKUP-2: is null where upstream knows none', async () => {
    const { code } = known(notable.manualSample);
    expect(await askOne(house, BY_CODE, { code, host: 'NOWHERE' })).toBeNull();
    expect(await askOne(house, BY_CODE, { code: 'nothing', host: 'LA2' })).toBeNull();
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', '%2e%2e', 'a?b', 'a b', 'É', 'x'.repeat(257)])(
    'R-LOOKUP-4: is BAD_USER_INPUT for another shape, and nothing is sent: "%s"',
    async (odd) => {
      const before = house.sandbox.report().requests.eventByCode;
      for (const variables of [
        { code: odd, host: 'LA2' },
        { code: 'A', host: odd },
      ]) {
        const { errors } = await house.ask(BY_CODE, variables);
        expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      }
      expect(house.sandbox.report().requests.eventByCode).toBe(before);
    },
  );
});

describe('an account that is not enabled for look-ups', () => {
  it('R-LOOKUP-3: gets null for them, and events as ever', async () => {
    const other = await openHouse({ sandbox: { lookups: false } });
    const { code, host } = known(notable.manualSample);
    expect(await askOne(other, LIST, {})).toBeNull();
    expect(await askOne(other, BY_CODE, { code, host })).toBeNull();
    const query = `{ event(id: "${notable.manualSample}") { id availability { restrictSingle } } }`;
    expect(await askOne(other, query, {})).toEqual({ id: notable.manualSample, availability: null });
    await other.close();
  });
});
