import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type DocumentNode, parse } from 'graphql';

import { buildSchema } from '../../src/graphql/schema';
import { catalogue } from '../../src/sandbox/catalogue/catalogue';
import { fullSelectionOf } from '../graphql/full-selection';
import { CREATE, askOne } from '../support/carts';
import { buyTwo } from '../support/checkout';
import { type House, openHouse } from '../support/house';
import { type Question, cachedClients, recordingFetch, withTypenames } from './cached-clients';

const schema = buildSchema();
const ids = catalogue().map(({ id }) => id);

/** Every field of an event. Areas have price levels, which have areas: each stands in the other once. */
const WHOLE_EVENT = fullSelectionOf(schema, 'Event', 'Area', 'PriceLevel');
/** Every field of a type, with the event of a cart or a listing in short. */
const withShortEvent = (name: string): string =>
  fullSelectionOf(schema, name, 'Event', 'Event').replace('{', '{ event { id name }');
const query = (text: string): DocumentNode => withTypenames(parse(text));

const GUIDE = readFileSync(join(__dirname, '..', '..', 'docs', 'frontend-guide.md'), 'utf8');
/** An operation of the guide. */
const ofGuide = (start: string): DocumentNode =>
  query(new RegExp(`^\`\`\`graphql\\n(${start}[^]*?)^\`\`\``, 'm').exec(GUIDE)?.[1] ?? '');

const EVENTS = ofGuide('query Events');
const RESERVE = ofGuide('mutation ReserveToBuy');
const EVENT = query(`query Event($id: EventID!) { event(id: $id) ${WHOLE_EVENT} }`);
const LISTING = query(`query Listing { sellableEvents ${withShortEvent('EventListing')} }`);
const CART = query(`query Cart($id: ID!) { cart(id: $id) ${withShortEvent('Cart')} }`);
const CERTIFICATE = query(
  `query Certificate($id: ID!) { paymentCertificate(cartId: $id) ${fullSelectionOf(schema, 'PaymentCertificate')} }`,
);

/** The guide's query over the whole catalogue, a page at a time. */
const pages: Question[] = [];
for (let at = 0; at < ids.length; at += 25) {
  pages.push({ document: EVENTS, variables: { ids: ids.slice(at, at + 25) } });
}
const wholeEvents: Question[] = ids.map((id) => ({ document: EVENT, variables: { id } }));
const someEvents = wholeEvents.slice(0, 10);
const listing: Question = { document: LISTING, variables: {} };

/** Whole answers are large, and are compared field by field. */
const TEST_MS = 120_000;

/** How many carts are open at the same time, each at another event. */
const CARTS = 5;

describe.each(Object.keys(cachedClients))('%s without settings', (name) => {
  let house: House;
  let carts: Question[];
  beforeAll(async () => {
    house = await openHouse({ env: { MAX_COST: '1000000' } });
    const [bought, ...held] = await openCarts(house);
    carts = [
      { document: CART, variables: { id: bought } },
      ...held.flatMap((id) => [
        { document: CART, variables: { id } },
        { document: CERTIFICATE, variables: { id } },
      ]),
    ];
    // They warn about objects without an id: the guide says what of.
    jest.spyOn(console, 'warn').mockImplementation(() => {});
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await house.close();
  });

  /** Asks all questions; each time, the page gets what was sent. */
  async function askAll(questions: readonly Question[]) {
    const openClient = cachedClients[name];
    if (!openClient) throw new Error(name);
    const { fetch, sent } = recordingFetch();
    const client = openClient(house.gateway.url, schema, fetch);
    for (const question of questions) {
      expect(await client.ask(question)).toEqual(sent(question));
      expect(sent(question)).toBeTruthy();
    }
    return { client, sent };
  }

  it.each([
    ["the guide's query of every event", () => pages],
    ['every field of every event', () => wholeEvents],
    ['the list of what is sold', () => [listing]],
    ['every field of several carts', () => carts],
  ])(
    'returns from its cache what was sent: %s',
    async (_what, questionsOf) => {
      const questions = questionsOf();
      const { client, sent } = await askAll(questions);
      for (const question of questions) expect(await client.read(question)).toEqual(sent(question));
    },
    TEST_MS,
  );

  it('returns from mutations what was sent', async () => {
    const reservations = forSale.slice(0, 3).map(({ eventId, ticketId }) => ({
      document: RESERVE,
      variables: { input: { eventId, tickets: [{ ticketId, quantity: 2 }] } },
    }));
    await askAll(reservations);
  });

  it.each([
    ['then single events', [...pages, ...someEvents]],
    ['after single events', [...someEvents, ...pages]],
  ])(
    'returns what was sent, or asks again, where queries overlap: lists %s',
    async (_order, questions) => {
      const { client, sent } = await askAll(questions);
      for (const question of questions) {
        expect([sent(question), undefined]).toContainEqual(await client.read(question));
      }
    },
    TEST_MS,
  );
});

/** Events with a ticket that is sold in twos. */
const forSale = catalogue().flatMap(({ id, answer }) => {
  const [ticket] = (answer.event['tickets'] ?? []) as { id: string }[];
  return answer.api_transactable && ticket ? [{ eventId: id, ticketId: ticket.id }] : [];
});

/** Opens carts of several events and buys the first of them. Resolves to their ids. */
async function openCarts(house: House): Promise<string[]> {
  const [first, ...others] = forSale.slice(0, CARTS);
  const receipt = first && (await buyTwo(house, first.eventId, first.ticketId));
  const ids = [receipt?.cart.id as string];
  for (const { eventId, ticketId } of others) {
    const input = { eventId, tickets: [{ ticketId, quantity: 2 }] };
    ids.push((await askOne(house, CREATE, { input })).id as string);
  }
  return ids;
}
