import { notable } from '../../../src/sandbox/catalogue/catalogue';
import { CREATE, TWO_TICKETS } from '../../support/carts';
import { type House, openHouse } from '../../support/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

afterEach(() => {
  const { event, reserve, token } = house.sandbox.report().requests;
  expect({ event, reserve, token }).toEqual({ event: 0, reserve: 0, token: 0 });
});

const WRONG = [
  ['empty', ''],
  ['too short', '3F004CBB88958B'],
  ['too long', '3F004CBB88958BF90'],
  ['a step upwards', '../../oauth/toke'],
  ['an encoded step upwards', '%2e%2e%2fcart%3F'],
  ['a query', '3F004CBB88958?a='],
  ['a line break at its end', '3F004CBB88958BF\n'],
  ['a NUL', '3F004CBB88958BF\u0000'],
  ['letters that only look like ASCII', '３Ｆ004CBB88958BF9'],
  ['spaces around it', ' 3F004CBB88958BF '],
] as const;

const refused = { status: 200, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] };

describe('an event id of another shape is BAD_USER_INPUT, and nothing is sent upstream', () => {
  it.each(WRONG)('L8: in event, as a literal: %s', async (_what, id) => {
    expect(await house.ask(`{ event(id: ${JSON.stringify(id)}) { name } }`)).toMatchObject(refused);
  });

  it.each(WRONG)('L8: in event, as a variable: %s', async (_what, id) => {
    const answer = await house.ask('query ($id: EventID!) { event(id: $id) { name } }', { id });
    expect(answer).toMatchObject(refused);
  });

  it.each(WRONG)('L8: in events, among good ones: %s', async (_what, id) => {
    const ids = [notable.manualSample, id];
    expect(await house.ask(`{ events(ids: ${JSON.stringify(ids)}) { name } }`)).toMatchObject(refused);
    const answer = await house.ask('query ($ids: [EventID!]!) { events(ids: $ids) { name } }', { ids });
    expect(answer).toMatchObject(refused);
  });

  it.each(WRONG)('L8: in createCart: %s', async (_what, eventId) => {
    expect(await house.ask(CREATE, { input: { ...TWO_TICKETS, eventId } })).toMatchObject(refused);
    const literal = `mutation { createCart(input: {
      eventId: ${JSON.stringify(eventId)}, tickets: [{ ticketId: "1", quantity: 1 }]
    }) { __typename } }`;
    expect(await house.ask(literal)).toMatchObject(refused);
  });

  it.each([
    ['a number', 3004889589123456],
    ['true', true],
    ['a list', ['3F004CBB88958BF9', '3F004CBB88958BF9']],
    ['an object', { id: '3F004CBB88958BF9' }],
    ['null', null],
  ])('L8: whatever else it is: %s', async (_what, id) => {
    const answer = await house.ask('query ($id: EventID!) { event(id: $id) { name } }', { id });
    expect(answer).toMatchObject(refused);
  });

  it('L8: as a literal number', async () => {
    expect(await house.ask('{ event(id: 3004889589123456) { name } }')).toMatchObject(refused);
  });

  it('L8: also for the good half of a request that has a bad one', async () => {
    const query = `{ a: event(id: "bad") { name } b: event(id: "${notable.manualSample}") { name } }`;
    expect(await house.ask(query)).toMatchObject(refused);
  });
});
