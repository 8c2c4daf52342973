import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { follow } from 'stagedoor/client';

import possibleTypes from './gql/possible-types.js';
import { CreateCart, DeleteCart, PollCart, ReadEvent } from './operations.js';
import { show } from './show.js';

/*
 * Apollo Client: node dist/apollo.js http://127.0.0.1:4000
 */

const url = process.argv[2] ?? 'http://127.0.0.1:4000';

const client = new ApolloClient({
  link: new HttpLink({ uri: `${url}/graphql` }),
  // Without the possible types, `... on Failure` would match nothing in the cache.
  cache: new InMemoryCache(possibleTypes),
});

const { data: read } = await client.query({ query: ReadEvent, variables: { id: '3F004CBB88958BF9' } });
const event = read?.event;
const ticket = event?.tickets[0];
if (!event || !ticket) throw new Error('There is nothing to sell.');
console.log(`${event.name}: ${ticket.prices[0]?.displayAmount.amount}`);

const { data: created } = await client.mutate({
  mutation: CreateCart,
  variables: { input: { eventId: event.id, tickets: [{ ticketId: ticket.id, quantity: 2 }] } },
  // With the header the sandbox takes its time, so that there is something to follow.
  context: { headers: { 'x-tm-force-polling': 'true' } },
});
const result = await follow(
  created?.createCart ?? null,
  async (token) => {
    // A poll is about now: never from the cache.
    const { data } = await client.query({
      query: PollCart,
      variables: { token },
      fetchPolicy: 'network-only',
    });
    return data?.pollCart ?? null;
  },
  { onPending: ({ waitSeconds }) => console.log(`Pending for ${waitSeconds} seconds more.`) },
);
if (!result) throw new Error('No result came.');
console.log(show(result));

if (result.__typename === 'Cart') {
  const { data } = await client.mutate({ mutation: DeleteCart, variables: { cartId: result.id } });
  console.log(data?.deleteCart?.__typename);
}
client.stop();
