import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { follow } from 'stagedoor/client';

import schema from './gql/graphcache-schema.json' with { type: 'json' };
import { CreateCart, DeleteCart, PollCart, ReadEvent } from './operations.js';
import { show } from './show.js';

/*
 * urql with its normalised cache: node dist/urql.js http://127.0.0.1:4000
 */

const url = process.argv[2] ?? 'http://127.0.0.1:4000';

const client = new Client({
  url: `${url}/graphql`,
  preferGetMethod: false,
  exchanges: [
    cacheExchange({
      // Tells the cache what `... on Failure` matches.
      schema,
      // Parts of a bigger thing, without an id of their own.
      keys: {
        Money: () => null,
        CartTotals: () => null,
        Price: () => null,
        Pending: () => null,
        CartDeleted: () => null,
        MaintenanceWindow: () => null,
      },
    }),
    fetchExchange,
  ],
});

const { data: read } = await client.query(ReadEvent, { id: '3F004CBB88958BF9' });
const event = read?.event;
const ticket = event?.tickets[0];
if (!event || !ticket) throw new Error('There is nothing to sell.');
console.log(`${event.name}: ${ticket.prices[0]?.displayAmount.amount}`);

const { data: created } = await client.mutation(
  CreateCart,
  { input: { eventId: event.id, tickets: [{ ticketId: ticket.id, quantity: 2 }] } },
  // With the header the sandbox takes its time, so that there is something to follow.
  { fetchOptions: { headers: { 'x-tm-force-polling': 'true' } } },
);
const result = await follow(
  created?.createCart ?? null,
  async (token) => {
    // A poll is about now: never from the cache.
    const { data } = await client.query(PollCart, { token }, { requestPolicy: 'network-only' });
    return data?.pollCart ?? null;
  },
  { onPending: ({ waitSeconds }) => console.log(`Pending for ${waitSeconds} seconds more.`) },
);
if (!result) throw new Error('No result came.');
console.log(show(result));

if (result.__typename === 'Cart') {
  const { data } = await client.mutation(DeleteCart, { cartId: result.id });
  console.log(data?.deleteCart?.__typename);
}
