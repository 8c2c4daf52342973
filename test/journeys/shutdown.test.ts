import { once } from 'node:events';
import { connect } from 'node:net';

import { Client, type OperationResult, fetchExchange } from '@urql/core';
import { createClient } from 'graphql-sse';

import { MemoryStore } from '../../src/storage/memory-store';
import { CREATE, FORCE_POLLING, POLL, RESULT, type Result, TWO_TICKETS, askOne } from '../support/carts';
import { type House, ask, openHouse } from '../support/house';

/** A store that survives the gateway that it is given to, as the one on disk does. */
class LastingStore extends MemoryStore {
  updates = 0;

  override update(...of: Parameters<MemoryStore['update']>) {
    this.updates++;
    return super.update(...of);
  }

  override async close(): Promise<void> {}
}

describe('going down in good order', () => {
  let house: House;
  afterEach(() => house.close());

  test('takes no new cart: a clear failure that may be tried again, and nothing is reserved', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs: 300, times: 1 }]);
    const asked = askOne(house, CREATE, { input: TWO_TICKETS });
    while (house.sandbox.report().requests.event === 0) await new Promise(setImmediate);
    const closed = house.gateway.close();
    expect(await asked).toMatchObject({
      __typename: 'UpstreamFailed',
      code: 'SHUTTING_DOWN',
      retryable: true,
    });
    await closed;
    expect(house.sandbox.report()).toMatchObject({ requests: { reserve: 0 }, openCarts: 0 });
  });

  test('answers those who wait at once, and leaves their carts to the next process', async () => {
    const store = new LastingStore();
    house = await openHouse({ store });
    const { token } = await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);
    const before = store.updates;
    const waiting = askOne(house, POLL, { token, wait: 25 });
    while (store.updates === before) await new Promise(setImmediate);
    await house.gateway.close();
    expect(await waiting).toMatchObject({ __typename: 'Pending' });

    const next = await openHouse({ store, upstreamUrl: house.sandbox.url, clock: house.clock });
    const result = await next.clock.until(askOne(next, POLL, { token, wait: 25 }));
    expect(result).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(house.sandbox.report().violations).toMatchObject({ earlyPoll: 0, concurrentCall: 0 });
    await next.close();
  });

  test('finishes the call that is under way and writes down what came of it', async () => {
    const store = new LastingStore();
    house = await openHouse({ store });
    house.sandbox.setFaults([{ route: 'reserve', kind: 'latency', delayMs: 300, times: 1 }]);
    const asked = askOne(house, CREATE, { input: TWO_TICKETS });
    while (house.sandbox.report().requests.reserve === 0) await new Promise(setImmediate);
    await house.gateway.close();
    expect(await asked).toMatchObject({ __typename: 'Cart', status: 'HELD' });
  });

  describe('breaks off the progress of a cart instead of completing it', () => {
    const SUBSCRIBE = {
      query: `subscription Progress($token: ID!) { cartProgress(token: $token) { ${RESULT} } }`,
    };

    test('so that a client of GraphQL over SSE comes back to the next process for the result', async () => {
      const store = new LastingStore();
      house = await openHouse({ store });
      const { token } = await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);
      const client = createClient({
        url: `${house.gateway.url}/graphql/stream`,
        retryAttempts: 100,
        retry: () => new Promise((resolve) => setTimeout(resolve, 20)),
      });
      const heard: Result[] = [];
      const completed = new Promise<void>((resolve, reject) => {
        client.subscribe<{ cartProgress: Result }>(
          { ...SUBSCRIBE, variables: { token } },
          {
            next: ({ data }) => void heard.push(data?.cartProgress),
            error: (error) => reject(error instanceof Error ? error : new Error(JSON.stringify(error))),
            complete: resolve,
          },
        );
      });
      await house.clock.untilTrue(() => heard.length === 1, 1000);
      await house.gateway.close();
      expect(heard).toMatchObject([{ __typename: 'Pending' }]);

      const next = await openHouse({
        store,
        upstreamUrl: house.sandbox.url,
        clock: house.clock,
        env: { PORT: new URL(house.gateway.url).port },
      });
      await next.clock.until(completed).finally(() => next.close());
      expect(heard.at(-1)).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    });

    test('so that urql reports an error rather than an end', async () => {
      house = await openHouse();
      const { token } = await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);
      const client = new Client({
        url: `${house.gateway.url}/graphql`,
        preferGetMethod: false,
        fetchSubscriptions: true,
        exchanges: [fetchExchange],
      });
      const heard: OperationResult[] = [];
      client.subscription(SUBSCRIBE.query, { token }).subscribe((result) => heard.push(result));
      await house.clock.untilTrue(() => heard.length === 1, 1000);
      await house.gateway.close();
      await house.clock.untilTrue(() => heard.length > 1, 5000);
      expect(heard[0]?.data).toMatchObject({ cartProgress: { __typename: 'Pending' } });
      expect(heard[1]?.error?.networkError).toBeDefined();
    });
  });

  test('cuts off what takes too long', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'captcha', kind: 'hang' }]);
    const asked = askOne(house, '{ captcha(eventId: "3F004CBB88958BF9") { siteKey } }', {}).catch(
      () => 'cut off',
    );
    while (house.sandbox.report().requests.captcha === 0) await new Promise(setImmediate);
    const closed = house.gateway.close();
    house.clock.advance(9999);
    await new Promise((resolve) => setTimeout(resolve, 50));
    house.clock.advance(1);
    expect(await asked).toBe('cut off');
    await closed;
  });

  test('does not wait for connections that ask nothing', async () => {
    house = await openHouse();
    const { hostname, port } = new URL(house.gateway.url);
    const unused = connect(Number(port), hostname);
    await once(unused, 'connect');
    await ask(house.gateway.url, '{ __typename }');
    await Promise.all([once(unused, 'close'), house.gateway.close()]);
  });
});
