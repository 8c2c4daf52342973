import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { follow } from 'stagedoor/client';

import { CreateCart, DeleteCart, PollCart, ReadEvent } from './operations.js';
import { show } from './show.js';

/*
 * Plain `fetch`: node dist/fetch.js http://127.0.0.1:4000
 */

const url = process.argv[2] ?? 'http://127.0.0.1:4000';

/** Asks the gateway. Throws where the answer has errors: those are for operators, not for shoppers. */
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

const input = { eventId: event.id, tickets: [{ ticketId: ticket.id, quantity: 2 }] };
// With the header the sandbox takes its time, so that there is something to follow.
const { createCart } = await ask(CreateCart, { input }, { 'x-tm-force-polling': 'true' });
const result = await follow(
  createCart ?? null,
  async (token) => (await ask(PollCart, { token })).pollCart ?? null,
  { onPending: ({ waitSeconds }) => console.log(`Pending for ${waitSeconds} seconds more.`) },
);
if (!result) throw new Error('No result came.');
console.log(show(result));

if (result.__typename === 'Cart') {
  const { deleteCart } = await ask(DeleteCart, { cartId: result.id });
  console.log(deleteCart?.__typename);
}
