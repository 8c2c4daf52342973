import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { CartSession } from '@stagedoor/client';

import { CreateCart, DeleteCart, KeepCart, PollCart, ReadEvent } from './operations.js';
import { isOrder, newOrder, present } from './order.js';
import { show, showPending } from './show.js';

/*
 * Plain `fetch`: node dist/fetch.js http://127.0.0.1:4000
 */

const url = process.argv[2] ?? 'http://127.0.0.1:4000';

/** Sends an operation to the gateway. Throws if the response has errors: those are for operators, not for shoppers. */
async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  headers: Record<string, string> = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join(' ') ?? 'No data came.');
  return data;
}

const { event } = await ask(ReadEvent, { id: '3F004CBB88958BF9' });
const ticket = event?.tickets[0];
if (!event || !ticket) throw new Error('There is nothing to sell.');
console.log(`${event.name}: ${ticket.prices[0]?.displayAmount.amount}`);

const session = new CartSession(
  {
    poll: async (token) => present((await ask(PollCart, { token })).pollCart),
    keep: async (cartId) => (await ask(KeepCart, { cartId })).keepCart ?? null,
    remove: (input) => ask(DeleteCart, { input }),
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
// With the header the sandbox returns a Pending first, to follow.
const FORCE_POLLING = { 'x-tm-force-polling': 'true' };
const result = present(
  await session.carryOut(
    async () => present((await ask(CreateCart, { input: order }, FORCE_POLLING)).createCart),
    order,
  ),
);
console.log(show(result));

if (result.__typename === 'Cart') {
  const input = { cartId: result.id };
  const end = await session.carryOut(async () => present((await ask(DeleteCart, { input })).deleteCart));
  console.log(end?.__typename);
}
session.stop();
