import { CREATE, FORCE_POLLING, POLL, TWO_TICKETS, askOne } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { MemoryStore } from '../../src/storage/memory-store';

/** A store that survives the gateway that it is given to, as the one on disk does. */
class LastingStore extends MemoryStore {
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
    const waiting = askOne(house, POLL, { token, wait: 25 });
    await new Promise((resolve) => setTimeout(resolve, 50));
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
});
