import { request } from 'undici';

import { readsOf, showId, shows } from '../../events/shows';
import { startRecordingUpstream } from '../../http/recording-upstream';
import { type GraphQLAnswer, type House, openHouse } from '../../support/house';
import { type Running, type Subgraph, compose, openFavourites, openRouter } from './router';

const IDS = [1, 2, 3].map((number) => showId('F', number));
/** An event that the other subgraph knows and the Partner API does not. */
const GONE = 'UNKNOWNUNKNOWN01';

async function askRouter(
  router: Running,
  query: string,
  headers: Record<string, string> = {},
): Promise<Pick<GraphQLAnswer, 'data' | 'errors'>> {
  const { body } = await request(router.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await body.json()) as Pick<GraphQLAnswer, 'data' | 'errors'>;
}

const subgraphOf = async (house: House): Promise<Subgraph> => {
  const { data } = await house.ask('{ _service { sdl } }');
  return { name: 'stagedoor', url: `${house.gateway.url}/graphql`, sdl: data._service.sdl };
};

describe('the gateway as a subgraph', () => {
  let house: House;
  let favourites: Running & Subgraph;
  let router: Running;

  beforeAll(async () => {
    house = await openHouse({
      sandbox: { events: shows('F', 3) },
      env: { FEDERATION: 'true', TRUSTED_PROXIES: '127.0.0.1' },
    });
    favourites = await openFavourites([...IDS, GONE]);
    router = await openRouter(compose([await subgraphOf(house), favourites]));
  });
  afterAll(async () => {
    await router.close();
    await favourites.close();
    await house.close();
  });

  it('composes with another subgraph that has its money, its enums and its events', async () => {
    const supergraph = compose([await subgraphOf(house), favourites]);
    expect(supergraph).toMatch(/type Event[^{]*@join__type\(graph: STAGEDOOR, key: "id"\)/);
    expect(supergraph).toMatch(/type Money[^{]*@join__type\(graph: FAVOURITES\)/);
  });

  it('gives a router the events that another subgraph names, each read once', async () => {
    const before = readsOf(house);
    const { data, errors } = await askRouter(
      router,
      '{ favourites { id hearts fans name venue { address { country } } tickets { prices { amount { amount currency } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.favourites).toMatchObject([
      ...IDS.map((id, at) => ({
        id,
        hearts: at + 1,
        fans: 'CANADA',
        name: expect.any(String),
        venue: { address: { country: 'UNITED_STATES_OF_AMERICA' } },
      })),
      null,
    ]);
    expect(data.favourites[0].tickets[0].prices[0].amount).toEqual({
      amount: expect.stringMatching(/^\d+\.\d\d$/),
      currency: 'USD',
    });
    expect(readsOf(house) - before).toBe(4);
  });

  it('gives another subgraph its events, and both their money', async () => {
    const { data, errors } = await askRouter(
      router,
      `{ event(id: "${IDS[1]}") { name hearts } voucher { amount currency } states(country: CANADA) { name } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      event: { name: expect.any(String), hearts: 2 },
      voucher: { amount: '5.00', currency: 'USD' },
    });
    expect(data.states).toHaveLength(13);
  });

  it('reserves seats by a router, and the other subgraph adds to their event', async () => {
    const { data, errors } = await askRouter(
      router,
      `mutation {
        createCart(
          input: { eventId: "${IDS[0]}", tickets: [{ ticketId: "000002040006", quantity: 2 }] }
          waitUpToSeconds: 5
        ) { __typename ... on Cart { id event { name hearts } totals { grand { amount } } } }
      }`,
    );
    expect(errors).toBeUndefined();
    expect(data.createCart).toMatchObject({
      __typename: 'Cart',
      event: { name: expect.any(String), hearts: 1 },
      totals: { grand: { amount: expect.any(String) } },
    });
  });

  it('refuses by itself an input of which composition forgets that it has one field', async () => {
    const { data, errors } = await askRouter(
      router,
      `mutation {
        createCart(
          input: {
            eventId: "${IDS[0]}", tickets: [{ ticketId: "000002040006", quantity: 2 }]
            seats: { placeIds: ["A"], range: { section: "B" } }
          }
        ) { __typename }
      }`,
    );
    expect(data.createCart).toBeNull();
    expect(errors).toMatchObject([{ message: expect.stringContaining('must specify exactly one key') }]);
  });

  it('L9: asks upstream for the address that the router names', async () => {
    const upstream = await startRecordingUpstream();
    const own = await openHouse({
      upstreamUrl: upstream.url,
      env: { FEDERATION: 'true', TRUSTED_PROXIES: '127.0.0.1' },
    });
    const ownRouter = await openRouter(compose([await subgraphOf(own), favourites]));
    await askRouter(ownRouter, '{ favourites { name } }', { 'x-forwarded-for': '203.0.113.9' });
    expect(upstream.seen.map((headers) => headers['true-client-ip'])).toEqual(Array(4).fill('203.0.113.9'));
    await ownRouter.close();
    await own.close();
    await upstream.close();
  });
});
