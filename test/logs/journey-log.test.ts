import { createHash, randomBytes } from 'node:crypto';

import { request } from 'undici';

import { CREATE, DELETE, FORCE_POLLING, type Result, TWO_TICKETS, askOne, follow } from '../support/carts';
import {
  BUYER,
  CERTIFICATE,
  PAY,
  POLL_CHECKOUT,
  PURCHASE,
  SHIP,
  TEST_CARD,
  encrypted,
} from '../support/checkout';
import { type House, openHouse } from '../support/house';

const KEY = randomBytes(24).toString('base64url');
const SHOPPER = '203.0.113.77';
const CAPTCHA = 'solved-by-the-shopper';
const HEADERS = {
  'x-frontend-key': KEY,
  'x-forwarded-for': SHOPPER,
  'user-agent': 'The-Browser-Of-The-Shopper',
};

let house: House;
const cartIds = new Set<string>();
const secrets = new Set<string>();
let lines: Record<string, unknown>[];

/** Asks as the shopper, and notes upstream's ids of the carts that are open. */
const ask = async (query: string, variables: Record<string, unknown>, more = {}): Promise<Result> => {
  const result = await askOne(house, query, variables, { ...HEADERS, ...more });
  for (const { cartId } of house.sandbox.report().carts) cartIds.add(cartId);
  for (const name of ['token', 'orderToken', 'id']) {
    if (typeof result?.[name] === 'string') secrets.add(result[name]);
  }
  return result;
};

/** One shopper buys by card, one loses the answer to the purchase, one deletes, one closes the page. */
beforeAll(async () => {
  const sha256 = createHash('sha256').update(KEY).digest('hex');
  house = await openHouse({
    sandbox: { captcha: 'required', reservationLimit: 100 },
    env: {
      FRONTEND_KEYS: `web:${sha256}`,
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'info',
      LOG_READY_SAMPLE: '1',
    },
  });
  const shopper: House = { ...house, ask: (query, variables) => house.ask(query, variables, HEADERS) };
  const held = async (number: number, more = {}): Promise<Result> =>
    follow(
      shopper,
      await ask(CREATE, { input: { ...TWO_TICKETS, captchaToken: `${CAPTCHA}-${number}` } }, more),
    );
  const paid = async (number: number): Promise<string> => {
    const { id: cartId } = await held(number);
    secrets.add(cartId as string);
    await ask(SHIP, { input: { cartId, shippingOptionId: '4' } });
    const { pem, certificateId } = await ask(CERTIFICATE, { cartId });
    const card = {
      number: encrypted(pem as string, TEST_CARD.number),
      securityCode: encrypted(pem as string, TEST_CARD.securityCode),
      certificateId,
      expiryMonth: 12,
      expiryYear: 2020,
    };
    secrets.add(card.number).add(card.securityCode);
    await ask(PAY, { input: { cartId, buyer: BUYER, method: { card } } });
    return cartId as string;
  };
  const receipt = await ask(PURCHASE, { input: { cartId: await paid(1), expectedTotal: '52.50' } });
  expect(receipt.__typename).toBe('PurchaseReceipt');
  const lost = await paid(2);
  house.sandbox.setFaults([{ route: 'purchase', kind: 'resetAfter', times: 1 }]);
  const unknown = await ask(PURCHASE, { input: { cartId: lost, expectedTotal: '52.50' } });
  expect(unknown.__typename).toBe('OutcomeUnknown');
  await house.clock.pass(60_000);
  await ask(POLL_CHECKOUT, { token: unknown.token as string });
  const polled = await held(3, FORCE_POLLING);
  await ask(DELETE, { input: { cartId: polled.id as string } });
  await request((await held(4)).releaseUrl as string, { method: 'POST' });
  await house.clock.pass(60_000);
  for (let time = 0; time < 4; time++) {
    await house.ask('query Shown { event(id: "3F004CBB88958BF9") { name } }', {}, HEADERS);
  }
  lines = house
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
});
afterAll(() => house.close());

const linesOf = (msg: string) => lines.filter((line) => line['msg'] === msg);

describe('the log of whole journeys', () => {
  it('L1: holds no secret, nothing of the buyer or the card, and no address', () => {
    const buyer = [BUYER.firstName, BUYER.lastName, BUYER.email, BUYER.homePhone, BUYER.address.line1];
    const all = [
      ...['sandbox-key', 'sandbox-secret', 'Bearer', KEY, CAPTCHA, SHOPPER, HEADERS['user-agent']],
      ...[...buyer, BUYER.address.city, TEST_CARD.number, '127.0.0.1'],
      ...[...cartIds, ...secrets].flatMap((secret) => [secret, encodeURIComponent(secret)]),
    ];
    expect(cartIds.size).toBeGreaterThanOrEqual(4);
    expect(secrets.size).toBeGreaterThanOrEqual(8);
    const log = house.log();
    expect(all.filter((secret) => log.includes(secret))).toEqual([]);
  });

  it('holds only fields that are known, so that no other can bring a secret in', () => {
    const common = ['level', 'time', 'pid', 'hostname', 'msg'];
    const known: Record<string, string[]> = {
      request: [
        ...['requestId', 'kind', 'operation', 'document', 'outcome', 'code', 'status', 'ms', 'bytes', 'from'],
        'frontend',
      ],
      'upstream call': ['route', 'status', 'class', 'try', 'waitedMs', 'ms'],
      cart: ['cart', 'from', 'to', 'why', 'requestId'],
    };
    for (const line of lines) {
      const allowed = known[String(line['msg'])] ?? [];
      expect(Object.keys(line).filter((field) => ![...common, ...allowed].includes(field))).toEqual([]);
    }
  });

  it('has a line for each request: what was asked, how it ended, how it was served, and for whom', () => {
    const create = linesOf('request').find(({ operation }) => operation === 'Create');
    expect(create).toMatchObject({
      kind: 'graphql',
      outcome: 'ok',
      status: 200,
      from: 'apollo',
      frontend: 'web',
    });
    expect(create?.['document']).toBe(createHash('sha256').update(CREATE).digest('hex').slice(0, 12));
    expect(create?.['requestId']).toMatch(/\S/);
    expect(create?.['bytes']).toBeGreaterThan(100);
    expect(linesOf('request')).toContainEqual(
      expect.objectContaining({ operation: 'Purchase', outcome: 'failure', code: 'OUTCOME_UNKNOWN' }),
    );
    expect(linesOf('request')).toContainEqual(expect.objectContaining({ kind: 'release', status: 204 }));
    const shown = linesOf('request').filter(({ operation }) => operation === 'Shown');
    expect(shown.map(({ from }) => from)).toEqual(['apollo', 'known', 'ready', 'ready']);
  });

  it('has a line for each call to upstream', () => {
    const { requests } = house.sandbox.report();
    const count = (route: string) =>
      linesOf('upstream call').filter((line) => line['route'] === route).length;
    for (const route of ['openCart', 'reserve', 'payment', 'purchase', 'deleteCart'] as const)
      expect([route, count(route)]).toEqual([route, requests[route]]);
    expect(linesOf('upstream call')).toContainEqual(
      expect.objectContaining({ route: 'purchase', class: 'finish', status: null, try: 1, waitedMs: 0 }),
    );
  });

  it("has a line for each change of a cart's state, and says why", () => {
    const changes = linesOf('cart').map(({ from, to, why }) => [from, to, why].map(String).join(' '));
    expect(new Set(changes)).toEqual(
      new Set([
        'null RESERVING opened',
        'RESERVING HELD seatsHeld',
        'HELD PURCHASING calling',
        'PURCHASING PURCHASED purchased',
        'PURCHASING UNCONFIRMED callFailed',
        'UNCONFIRMED PURCHASED purchased',
        'HELD RELEASING deleteAsked',
        'HELD RELEASING left',
        'RELEASING DELETED deleted',
      ]),
    );
  });
});
