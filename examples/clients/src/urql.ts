import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { CartSession } from '@stagedoor/client';

import schema from './gql/graphcache-schema.json' with { type: 'json' };
import { CreateCart, DeleteCart, KeepCart, PollCart, ReadEvent } from './operations.js';
import { isOrder, newOrder, present } from './order.js';
import { show, showPending } from './show.js';

/*
 * urql with its normalized cache: node dist/urql.js http://127.0.0.1:4000
 */

const url = process.argv[2] ?? 'http://127.0.0.1:4000';

/** Events and carts have an id. Objects of other types are parts of these: a key of null embeds them. */
const keys = Object.fromEntries(
  schema.__schema.types
    .filter(({ kind, name }) => kind === 'OBJECT' && name !== 'Event' && name !== 'Cart')
    .map(({ name }) => [name, () => null]),
);

const client = new Client({
  url: `${url}/graphql`,
  preferGetMethod: false,
  exchanges: [
    cacheExchange({
      // With the schema, the cache knows which types `... on Failure` matches.
      schema,
      keys,
    }),
    fetchExchange,
  ],
});

const { data: read } = await client.query(ReadEvent, { id: '3F004CBB88958BF9' });
const event = read?.event;
const ticket = event?.tickets[0];
if (!event || !ticket) throw new Error('There is nothing to sell.');
console.log(`${event.name}: ${ticket.prices[0]?.displayAmount.amount}`);

const session = new CartSession(
  {
    poll: async (token) => {
      // Never poll the cache.
      const { data } = await client.query(PollCart, { token }, { requestPolicy: 'network-only' });
      return present(data?.pollCart);
    },
    keep: async (cartId) => {
      const { data, error } = await client.mutation(KeepCart, { cartId });
      // urql returns errors: without an answer, nothing is known of the cart.
      if (error) throw error;
      return data?.keepCart ?? null;
    },
    remove: (input) => client.mutation(DeleteCart, { input }).toPromise(),
  },
  { isMemo: isOrder },
);
session.subscribe(() => {
  const { pending } = session.state;
  if (pending?.__typename === 'Pending') console.log(showPending(pending));
});
// In a page: finds the cart of before a reload, renews the lease, and releases the cart when the shopper leaves.
session.start();

const order = newOrder(event.id, ticket.ticketId, 2);
const result = present(
  await session.carryOut(async () => {
    const { data } = await client.mutation(
      CreateCart,
      { input: order },
      // With the header the sandbox returns a Pending first, to follow.
      { fetchOptions: { headers: { 'x-tm-force-polling': 'true' } } },
    );
    return present(data?.createCart);
  }, order),
);
console.log(show(result));

if (result.__typename === 'Cart') {
  const input = { cartId: result.id };
  const end = await session.carryOut(async () => {
    const { data } = await client.mutation(DeleteCart, { input });
    return present(data?.deleteCart);
  });
  console.log(end?.__typename);
}
session.stop();
