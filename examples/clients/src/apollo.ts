import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { CartSession } from '@stagedoor/client';

import { possibleTypes } from './gql/possible-types.js';
import { CreateCart, DeleteCart, KeepCart, PollCart, ReadEvent } from './operations.js';
import { isOrder, newOrder, present } from './order.js';
import { show, showPending } from './show.js';

/*
 * Apollo Client: node dist/apollo.js http://127.0.0.1:4000
 */

const url = process.argv[2] ?? 'http://127.0.0.1:4000';

const client = new ApolloClient({
  link: new HttpLink({ uri: `${url}/graphql` }),
  // With the possible types, the cache knows which types `... on Failure` matches.
  cache: new InMemoryCache({ possibleTypes }),
});

const { data: read } = await client.query({ query: ReadEvent, variables: { id: '3F004CBB88958BF9' } });
const event = read?.event;
const ticket = event?.tickets[0];
if (!event || !ticket) throw new Error('There is nothing to sell.');
console.log(`${event.name}: ${ticket.prices[0]?.displayAmount.amount}`);

const session = new CartSession(
  {
    poll: async (token) => {
      // Never poll the cache.
      const { data } = await client.query({
        query: PollCart,
        variables: { token },
        fetchPolicy: 'network-only',
      });
      return present(data?.pollCart);
    },
    keep: async (cartId) => {
      const { data } = await client.mutate({ mutation: KeepCart, variables: { cartId } });
      return data?.keepCart ?? null;
    },
    remove: (input) => client.mutate({ mutation: DeleteCart, variables: { input } }),
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
    const { data } = await client.mutate({
      mutation: CreateCart,
      variables: { input: order },
      // With the header the sandbox returns a Pending first, to follow.
      context: { headers: { 'x-tm-force-polling': 'true' } },
    });
    return present(data?.createCart);
  }, order),
);
console.log(show(result));

if (result.__typename === 'Cart') {
  const input = { cartId: result.id };
  const end = await session.carryOut(async () => {
    const { data } = await client.mutate({ mutation: DeleteCart, variables: { input } });
    return present(data?.deleteCart);
  });
  console.log(end?.__typename);
}
session.stop();
client.stop();
