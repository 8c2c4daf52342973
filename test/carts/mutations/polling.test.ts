import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { notable } from '../../../src/sandbox/catalogue/catalogue';
import type { Fault } from '../../../src/sandbox/sandbox';
import { FORCE_POLLING, follow } from '../../support/carts';
import { OPENS_CARTS } from '../../support/edition';
import { type House, openHouse } from '../../support/house';
import {
  complaints,
  createCart,
  deleteCart,
  lookAtCart,
  pollCart,
  requests,
  untilAllGivenBack,
} from './shop';

let house: House;
const open = async (options: Parameters<typeof openHouse>[0] = {}) => {
  house = await openHouse(options);
};
afterEach(async () => {
  expect(complaints(house)).toEqual([]);
  await house.close();
});

const CART = { __typename: 'Cart', status: 'HELD' };
type Spoiled = Omit<Fault, 'route'>;

describe('pollCart', () => {
  beforeEach(() => open());

  it('gives a new token every time, and the old ones stay good', async () => {
    const { token: first } = await createCart(house, {}, FORCE_POLLING);
    const tokens = [first as string];
    for (let times = 0; times < 10; times++) tokens.push((await pollCart(house, first)).token as string);
    expect(new Set(tokens).size).toBe(11);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);

    const cart = await follow(house, await pollCart(house, tokens[5] ?? ''));
    for (const token of tokens) expect(await pollCart(house, token)).toMatchObject({ ...CART, id: cart.id });
  });

  it('L3: never reaches upstream, however early and however often', async () => {
    const { token } = await createCart(house, {}, FORCE_POLLING);
    const before = requests(house);
    for (let times = 0; times < 30; times++) {
      expect(await pollCart(house, token)).toMatchObject({ __typename: 'Pending', attempt: 1 });
    }
    expect(requests(house)).toEqual(before);
  });

  it('reports how often upstream was still working, and when to poll again', async () => {
    let answer = await createCart(house, {}, FORCE_POLLING);
    const waits: number[][] = [];
    while (answer.__typename === 'Pending') {
      waits.push([answer.attempt, answer.waitSeconds]);
      expect(Date.parse(answer.pollAfter) - house.clock.now()).toBe(answer.waitSeconds * 1000);
      await house.clock.pass(answer.waitSeconds * 1000);
      answer = await pollCart(house, answer.token);
    }
    expect(answer).toMatchObject(CART);
    expect(waits.map(([attempt]) => attempt)).toEqual([1, 2, 3]);
    // Upstream's 4 seconds, and a little for its answer.
    for (const [, waitSeconds] of waits) expect(waitSeconds).toBeGreaterThanOrEqual(4);
    for (const [, waitSeconds] of waits) expect(waitSeconds).toBeLessThan(5);
  });

  it('L3: is settled even if no client polls', async () => {
    const { token } = await createCart(house, {}, FORCE_POLLING);
    await house.clock.untilTrue(() => house.sandbox.report().heldSeats === 2, 20_000);
    await house.clock.pass(5000);
    expect(requests(house).poll).toBe(3);
    expect(await pollCart(house, token)).toMatchObject(CART);
  });

  it('R-POLL-2: gives in the end what the call itself would have been answered', async () => {
    const order = { eventId: notable.soldOut, tickets: [{ ticketId: '000001020005', quantity: 1 }] };
    expect(await follow(house, await createCart(house, order, FORCE_POLLING))).toMatchObject({
      __typename: 'NoInventory',
      upstreamCode: 20052,
    });
    await untilAllGivenBack(house);
  });

  it.each(['', 'x', 'A'.repeat(24), 'A'.repeat(32), 'A'.repeat(33), '='.repeat(32), '../../../etc'])(
    'L8: knows no token "%s"',
    async (token) => {
      expect(await pollCart(house, token)).toMatchObject({ __typename: 'CartGone', code: 'CART_UNKNOWN' });
    },
  );

  it('L8: knows no operation that a cart never had', async () => {
    const { token } = await createCart(house, {}, FORCE_POLLING);
    const bytes = Buffer.from(token as string, 'base64url');
    for (const operation of [1, 7, 255]) {
      bytes[18] = operation;
      expect(await pollCart(house, bytes.toString('base64url'))).toMatchObject({ code: 'CART_UNKNOWN' });
    }
  });
});

describe('L4: a poll whose answer is lost is asked again, and never early (L3):', () => {
  beforeEach(() => open());

  it.each<Spoiled>([
    { kind: 'status', status: 500, times: 2 },
    { kind: 'status', status: 429, headers: { 'Retry-After': '6' }, times: 1 },
    { kind: 'status', status: 401, times: 3 },
    { kind: 'resetBefore', times: 2 },
    { kind: 'resetAfter', times: 2 },
    { kind: 'hang', times: 2 },
    { kind: 'html', times: 2 },
    { kind: 'html', status: 200, times: 2 },
    { kind: 'empty', times: 2 },
    { kind: 'truncated', times: 2 },
    { kind: 'json', body: null, times: 2 },
    { kind: 'json', status: 202, body: { polling_url: 'https://elsewhere.example/1', wait: 1 }, times: 1 },
    { kind: 'json', status: 202, body: {}, times: 1 },
  ])('%j', async (fault) => {
    const first = await createCart(house, {}, FORCE_POLLING);
    house.sandbox.setFaults([{ route: 'poll', ...fault }]);
    expect(await follow(house, first)).toMatchObject(CART);
    expect(requests(house).reserve).toBe(1);
    expect(house.sandbox.report().openCarts).toBe(1);
  });

  it('a poll that is refused is the answer to the reserve', async () => {
    const first = await createCart(house, {}, FORCE_POLLING);
    const body = { error: { code: 20001, message: 'niterun' } };
    // The last of three polls, when upstream has come to its result.
    await house.clock.untilTrue(() => requests(house).poll === 2, 20_000);
    house.sandbox.setFaults([{ route: 'poll', kind: 'json', status: 400, body }]);
    expect(await follow(house, first)).toMatchObject({ __typename: 'UnderMaintenance', upstreamCode: 20001 });
    await untilAllGivenBack(house);
  });

  it('a token that ends meanwhile is replaced', async () => {
    await house.close();
    await open({ sandbox: { tokenLifetimeSeconds: 5 } });
    expect(await follow(house, await createCart(house, {}, FORCE_POLLING))).toMatchObject(CART);
    expect(requests(house).token).toBeGreaterThan(1);
  });
});

describe('R-POLL-1: upstream says how long to wait:', () => {
  it.each([0.1, 1, 7.5])('%d seconds', async (pollWaitSeconds) => {
    await open({ sandbox: { pollWaitSeconds } });
    const first = await createCart(house, {}, FORCE_POLLING);
    expect(first.waitSeconds).toBeGreaterThanOrEqual(pollWaitSeconds);
    expect(first.waitSeconds).toBeLessThan(pollWaitSeconds + 1);
    expect(await follow(house, first)).toMatchObject(CART);
  });

  it.each([null, 'soon', -1])('4 where it says %p', async (wait) => {
    await open();
    const body = { polling_url: `${house.sandbox.url}/polling/cart/tickets/PUT/1?apikey=k`, wait };
    house.sandbox.setFaults([{ route: 'reserve', kind: 'json', status: 202, body }]);
    const { waitSeconds } = await createCart(house);
    expect(waitSeconds).toBeGreaterThanOrEqual(4);
    expect(waitSeconds).toBeLessThan(5);
  });
});

describe('R-POLL-3: after CART_GIVE_UP_SECONDS the shopper gets a result, and the cart is released:', () => {
  it('what upstream then reserves is deleted', async () => {
    await open({ sandbox: { forcedPollingDepth: 6 }, env: { CART_GIVE_UP_SECONDS: '10' } });
    const first = await createCart(house, {}, FORCE_POLLING);
    expect(Date.parse(first.giveUpAt) - house.clock.now()).toBe(10_000);
    const failure = await follow(house, first);
    expect(failure).toMatchObject({ __typename: 'UpstreamFailed', code: 'GAVE_UP_POLLING', retryable: true });
    expect(Date.parse(first.giveUpAt)).toBeLessThanOrEqual(house.clock.now());
    expect(house.sandbox.report().openCarts).toBe(1);
    await untilAllGivenBack(house);
    expect(house.sandbox.report()).toMatchObject({ reserves: 1, deletes: 1, orphanedByEarlyDelete: 0 });
    expect(await pollCart(house, first.token)).toEqual(failure);
  });
});

describe("R-POLL-4: a polling address is followed only on the API's own origin and base path:", () => {
  let stranger: Server;
  let asked = 0;
  beforeEach(async () => {
    asked = 0;
    stranger = createServer((_, response) => {
      asked += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    await open({ sandbox: { captcha: 'required' } });
  });
  afterEach(() => new Promise((resolve) => stranger.close(resolve)));

  it.each<[string, (ours: string, theirs: string) => string]>([
    ['another origin', (_, theirs) => `${theirs}/partners/v1/polling/1`],
    [
      'another origin, without a scheme',
      (_, theirs) => `${theirs.slice('http:'.length)}/partners/v1/polling/1`,
    ],
    [
      'our origin as a user name',
      (ours, theirs) => `${ours}@${theirs.slice('http://'.length)}/partners/v1/polling/1`,
    ],
    ['another scheme', (ours) => `${ours.replace('http:', 'https:')}/partners/v1/polling/1`],
    ['another path', (ours) => `${ours}/faults`],
    ['a path that steps up', (ours) => `${ours}/partners/v1/../../report`],
    ['a path that steps up, encoded', (ours) => `${ours}/partners/v1/..%2f..%2freport`],
    ['a path that begins alike', (ours) => `${ours}/partners/v10/polling/1`],
    ['a file', () => 'file:///etc/passwd'],
    ['no address', () => 'http://[no'],
  ])('%s: UpstreamFailed, and the cart is deleted', async (_, urlOf) => {
    const theirs = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    const body = { polling_url: urlOf(house.sandbox.origin, theirs), wait: 0.1 };
    house.sandbox.setFaults([{ route: 'reserve', kind: 'json', status: 202, body }]);
    expect(await createCart(house, { captchaToken: 'solved-1' })).toMatchObject({
      __typename: 'UpstreamFailed',
      code: 'UNEXPECTED',
    });
    await untilAllGivenBack(house);
    await house.clock.pass(1000);
    expect(asked).toBe(0);
    expect(requests(house)).toMatchObject({ reserve: 1, poll: 0 });
    // Where no captcha opens a session, nothing was made that could be deleted.
    expect(house.sandbox.report().deletes).toBe(OPENS_CARTS ? 1 : 0);
  });

  it('a cart that only the address names is deleted by that name', async () => {
    await house.close();
    await open();
    await createCart(house);
    const named = encodeURIComponent(house.sandbox.report().carts[0]?.cartId ?? '');
    const body = { polling_url: `https://elsewhere.example/1?apikey=k&cart_id=${named}`, wait: 1 };
    house.sandbox.setFaults([{ route: 'reserve', kind: 'json', status: 202, body }]);
    expect(await createCart(house)).toMatchObject({ __typename: 'UpstreamFailed' });
    await untilAllGivenBack(house, 5000);
  });

  it('L4: a reserve that completes unseen, after its delete, is deleted again', async () => {
    await house.close();
    // Only in a session that a captcha opened is its cart known.
    await open({ sandbox: { edition: '2015', captcha: 'required', reservationLimit: 1 } });
    const first = await createCart(house, { captchaToken: 'solved-1' });
    house.sandbox.setFaults([{ route: 'reserve', kind: 'resetAfter' }]);
    expect(await createCart(house, { captchaToken: 'solved-2' })).toMatchObject({
      __typename: 'UpstreamFailed',
    });
    await house.clock.untilTrue(() => requests(house).deleteCart > 0, 1000);
    await deleteCart(house, { cartId: first.id });
    await house.clock.untilTrue(() => house.sandbox.report().reserves === 2, 15_000);
    await untilAllGivenBack(house);
    expect(house.sandbox.report().orphanedByEarlyDelete).toBe(1);
  });
});

describe('a house with as many carts as the partner may have', () => {
  it('R-POLL-5: lets the next one poll until another is given back', async () => {
    await open({ sandbox: { reservationLimit: 1 } });
    const first = await createCart(house);
    const second = await createCart(house);
    expect(second).toMatchObject({ __typename: 'Pending', attempt: 1 });
    await house.clock.pass(9000);
    expect(await pollCart(house, second.token)).toMatchObject({ __typename: 'Pending' });
    await lookAtCart(house, first.id);
    await deleteCart(house, { cartId: first.id });
    expect(await follow(house, second)).toMatchObject(CART);
  });
});
