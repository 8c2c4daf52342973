import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { CREATE, DELETE, OPTIONS, PAY, POLL, PURCHASE, SHIP } from '../rehearsal/people/operations.mjs';
import { nightId, otherId, ticketId } from '../rehearsal/plan/shows.mjs';

/** Fields of an event, from which readers choose at random: no two documents are alike. */
const FIELDS = [
  'id',
  'name',
  'url',
  'startsAt',
  'localDate',
  'onsaleAt',
  'currency',
  'ticketLimit',
  'sellable',
  'venue { name timeZone address { city } }',
  'priceRange { min { display { amount currency } } }',
  'tickets { ticketId description }',
  'artists { name rank }',
];

const BUYER = {
  firstName: 'A',
  lastName: 'Shopper',
  email: 'a.shopper@example.com',
  homePhone: '212-555-0100',
  address: {
    line1: '1 Main Street',
    city: 'Springfield',
    state: 'CALIFORNIA',
    country: 'UNITED_STATES_OF_AMERICA',
    postalCode: '90001',
  },
};

const below = (count) => Math.floor(Math.random() * count);
const one = (list) => list[below(list.length)];

/** An address of its own for each: the eleventh cart of one would have to wait. */
let people = 0;
const newAddress = () => {
  people++;
  return `10.${(people >> 16) & 255}.${(people >> 8) & 255}.${people & 255}`;
};

/** Reads a list of events with a document that nobody has sent before: half of the events are known, half of the ids new. */
export async function read(client, { others }, tally) {
  const name = `Read_${randomBytes(8).toString('hex')}`;
  const fields = FIELDS.filter(() => below(2) === 0);
  const query = `query ${name}($ids: [EventID!]!) { result: events(ids: $ids) { id ${fields.join(' ')} } }`;
  const ids = [otherId(below(others)), randomBytes(8).toString('hex').toUpperCase()];
  const { result, errors } = await client.ask(newAddress(), query, { ids });
  tally.count('reads');
  if (errors.length > 0 || result?.[0]?.id !== ids[0] || result[1] !== null)
    tally.refused('read', { result, errors });
}

/** What becomes of a cart, each with how often it does among ten. */
const ENDS = [
  'buys',
  'buys',
  'deletes',
  'deletes',
  'deletes',
  'vanishes',
  'vanishes',
  'leaves',
  'cuts off',
  'streams',
];

/** Reserves two seats as one of many kinds of shopper, and does with them what that kind does. */
export async function shop(client, { nights }, tally) {
  const address = newAddress();
  const end = one(ENDS);
  const ask = async (query, variables, expected) => {
    const { result, errors } = await client.ask(address, query, variables);
    if (errors.length > 0 || !expected.includes(result?.__typename))
      tally.refused(expected[0], { result, errors });
    return result;
  };
  const follow = async (first, expected) => {
    let result = first;
    while (result?.__typename === 'Pending') {
      await pause(result.waitSeconds * 1000);
      result = await ask(POLL, { token: result.token }, ['Pending', expected]);
    }
    return result;
  };
  const input = { eventId: nightId(below(nights)), tickets: [{ ticketId, quantity: 2 }] };
  if (end === 'cuts off') {
    const drop = new AbortController();
    const gone = client.ask(address, CREATE, { input }, drop.signal).catch(() => {});
    await pause(below(20));
    drop.abort();
    await gone;
    return tally.count('connections cut off');
  }
  const first = await ask(CREATE, { input }, ['Pending', 'Cart']);
  if (end === 'leaves' && first?.releaseUrl) {
    await client.beacon(address, first.releaseUrl);
    return tally.count('carts left by the beacon');
  }
  if (end === 'streams' && first?.__typename === 'Pending') {
    // Some hear the result, some drop the stream before.
    const drop = new AbortController();
    const timer = setTimeout(() => drop.abort(), below(2000));
    await client.watch(address, first.token, () => {}, drop.signal).catch(() => {});
    clearTimeout(timer);
    return tally.count(drop.signal.aborted ? 'streams dropped' : 'streams heard');
  }
  const cart = await follow(first, 'Cart');
  if (cart?.__typename !== 'Cart') return;
  if (end === 'deletes') {
    await follow(
      await ask(DELETE, { input: { cartId: cart.id } }, ['CartDeleted', 'Pending']),
      'CartDeleted',
    );
    return tally.count('carts deleted');
  }
  if (end === 'buys') {
    const { shippingOptions } = await ask(OPTIONS, { id: cart.id }, ['Cart']);
    const { shippingOptionId } = shippingOptions.find(({ requiresAddress }) => !requiresAddress);
    const shipped = await ask(SHIP, { input: { cartId: cart.id, shippingOptionId } }, ['Cart', 'Pending']);
    if ((await follow(shipped, 'Cart'))?.__typename !== 'Cart') return;
    const method = { invoiceReference: '4711' };
    const paid = await ask(PAY, { input: { cartId: cart.id, buyer: BUYER, method } }, ['Cart']);
    if (paid?.__typename !== 'Cart') return;
    const purchase = { cartId: cart.id, expectedTotal: paid.totals.grand.amount };
    await follow(await ask(PURCHASE, { input: purchase }, ['PurchaseReceipt', 'Pending']), 'PurchaseReceipt');
    return tally.count('carts bought');
  }
  tally.count('carts abandoned');
}
