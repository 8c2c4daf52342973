import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { Pool } from 'undici';

const SOCKETS = 64;
const TICKETS = 2;

/*
 * Two shoppers that do the same: `create` two tickets of an event, waiting through the polls, and `delete` that cart.
 * Each checks every answer, so that nothing wrong is ever timed as fast. `create` resolves to the cart's id.
 */

/** Calls the sandbox directly, as a correct client without a gateway would. The token is fetched once. */
export async function directShopper({ facts, polls }) {
  const { url, apiKey, apiSecret } = facts;
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: SOCKETS });
  const key = `apikey=${encodeURIComponent(apiKey)}`;

  const granted = await pool.request({
    method: 'POST',
    path: `${pathname}/oauth/accesstoken?${key}`,
    headers: {
      authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = await granted.body.json();
  const headers = {
    authorization: `Bearer ${token}`,
    'true-client-ip': '198.51.100.7',
    'content-type': 'application/json',
  };

  /** One call, and as many polls as upstream wants. */
  async function call(method, path, body) {
    let request = { method, path, body: body ?? null };
    for (let polled = 0; ; polled++) {
      const answer = await pool.request({ ...request, headers });
      const text = await answer.body.text();
      if (answer.statusCode !== 202) {
        assert.equal(polled, polls);
        return { status: answer.statusCode, text };
      }
      const { polling_url: pollingUrl, wait } = JSON.parse(text);
      // Timers count whole milliseconds, and may round down.
      await pause(wait * 1000 + 1);
      request = { method: 'GET', path: pollingUrl.slice(origin.length), body: null };
    }
  }

  return {
    async create(eventId) {
      const order = { event: { id: eventId, tickets: [{ id: facts.ticketId, quantity: TICKETS }] } };
      const { status, text } = await call('PUT', `${pathname}/cart/tickets?${key}`, JSON.stringify(order));
      assert.equal(status, 200, text);
      const { cart_id: cartId, cart } = JSON.parse(text);
      assert.equal(cart.items[0].num_seats, TICKETS);
      assert.equal(cart.totals.grand, TICKETS * facts.priceOfOne);
      return cartId;
    },
    async delete(cartId) {
      const query = `${key}&cart_id=${encodeURIComponent(cartId)}`;
      const { status, text } = await call('DELETE', `${pathname}/cart?${query}`);
      assert.equal(status, 204, text);
    },
    close: () => pool.close(),
  };
}

const RESULT = `
  __typename
  ... on Pending { token }
  ... on Cart { id status items { quantity } totals { grand { amount } } }
  ... on CartDeleted { cartId }
  ... on Failure { code message }
`;
const CREATE = `mutation ($input: CreateCartInput!) { result: createCart(input: $input) { ${RESULT} } }`;
const POLL = `query ($token: ID!) { result: pollCart(token: $token, waitUpToSeconds: 25) { ${RESULT} } }`;
const DELETE = `mutation ($input: DeleteCartInput!) { result: deleteCart(input: $input) { ${RESULT} } }`;

/** Asks the gateway. */
export function gatewayShopper({ gatewayUrl, facts }) {
  const pool = new Pool(gatewayUrl, { connections: SOCKETS });

  async function ask(query, variables) {
    const answer = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await answer.body.json();
    assert.equal(errors, undefined, JSON.stringify(errors));
    return data.result;
  }

  /** The result of an operation: one poll that waits must bring it. A busy gateway may have it by its first answer. */
  const resultOf = (first) => (first.__typename === 'Pending' ? ask(POLL, { token: first.token }) : first);

  return {
    async create(eventId) {
      const input = { eventId, tickets: [{ ticketId: facts.ticketId, quantity: TICKETS }] };
      const cart = await resultOf(await ask(CREATE, { input }));
      assert.equal(cart.status, 'HELD', JSON.stringify(cart));
      assert.equal(cart.items[0].quantity, TICKETS);
      assert.equal(Number(cart.totals.grand.amount), TICKETS * facts.priceOfOne);
      return cart.id;
    },
    async delete(cartId) {
      const deleted = await resultOf(await ask(DELETE, { input: { cartId } }));
      assert.deepEqual(deleted, { __typename: 'CartDeleted', cartId });
    },
    close: () => pool.close(),
  };
}
