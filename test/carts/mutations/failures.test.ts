import { notable } from '../../../src/sandbox/catalogue/catalogue';
import type { Fault } from '../../../src/sandbox/sandbox';
import { CREATE, TWO_TICKETS, follow } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { complaints, createCart, isAllGivenBack, requests } from './shop';

let house: House;
afterEach(() => house.close());

/** What the shopper gets for a reserve that upstream answers with `fault`. */
async function reserveMeets(fault: Omit<Fault, 'route' | 'times'>) {
  house = await openHouse();
  house.sandbox.setFaults([{ route: 'reserve', times: 1, ...fault }]);
  return house.clock.until(createCart(house));
}

/** Upstream's own error body. Its text must not reach the shopper. */
const refusal = (code: number, status: number) => ({
  kind: 'json' as const,
  status,
  body: { error: { message: 'confidential', code, http_code: status, severity: 'ERROR' } },
});

const FAILED = { __typename: 'UpstreamFailed' };
const INVALID = { __typename: 'InvalidInput', code: 'BAD_FIELD', retryable: false };
const NO_INVENTORY = { __typename: 'NoInventory', code: 'NO_INVENTORY', event: { id: TWO_TICKETS.eventId } };
const CAPTCHA = { __typename: 'CaptchaFailed', retryable: false };
const DOWN = { __typename: 'UnderMaintenance', code: 'NIGHTLY_MAINTENANCE', retryable: true };
const UNEXPECTED = { ...FAILED, code: 'UNEXPECTED', retryable: false };

/** The error table of the manual, as far as a reserve can meet it. */
const table: readonly (readonly [code: number, status: number, answer: object])[] = [
  [10002, 400, INVALID],
  [10004, 401, { ...CAPTCHA, code: 'CAPTCHA_REQUIRED' }],
  [10031, 400, { ...CAPTCHA, code: 'CAPTCHA_INVALID' }],
  [10104, 400, { __typename: 'InvalidInput', code: 'UNKNOWN_DELIVERY', retryable: false }],
  [10161, 400, { __typename: 'TicketLimitExceeded', code: 'LIMIT_EXCEEDED', retryable: false, limit: 10 }],
  [20001, 400, DOWN],
  [20001, 503, DOWN],
  [20046, 400, NO_INVENTORY],
  [20052, 400, NO_INVENTORY],
  [20122, 400, { __typename: 'PaymentDeclined', code: 'DECLINED', retryable: false }],
  [20129, 400, { __typename: 'PaymentDeclined', code: 'NO_FUNDS', retryable: false }],
  [20152, 400, { __typename: 'PaymentDeclined', code: 'SECURITY_CODE_INVALID', retryable: false }],
  [90001, 403, { __typename: 'EventNotSellable', code: 'NOT_TRANSACTABLE', retryable: false }],
  [90003, 400, { __typename: 'CartGone', code: 'CART_EXPIRED', retryable: false }],
  [502, 502, { ...FAILED, code: 'UNAVAILABLE', retryable: true }],
  [504, 504, { ...FAILED, code: 'UNAVAILABLE', retryable: true }],
  [12345, 418, UNEXPECTED],
];

describe("R-FAILURE-1: a numbered refusal is reported by type and code, with upstream's number:", () => {
  it.each(table)('%i under status %i', async (code, status, answer) => {
    const result = await reserveMeets(refusal(code, status));
    expect(result).toMatchObject({ ...answer, upstreamCode: code });
    expect(JSON.stringify(result)).not.toContain('confidential');
    expect(requests(house).reserve).toBe(1);
    expect(isAllGivenBack(house)).toBe(true);
  });

  it('the number alone, without status and severity beside it, or as text', async () => {
    const result = await reserveMeets({ kind: 'json', status: 400, body: { error: { code: '20052' } } });
    expect(result).toMatchObject({ ...NO_INVENTORY, upstreamCode: 20052 });
  });

  it('10002 names at least one issue, as the schema promises', async () => {
    const result = await reserveMeets(refusal(10002, 400));
    expect(result.issues).toEqual([{ path: '', message: expect.any(String), code: 'BAD_FIELD' }]);
  });
});

describe('R-FAILURE-2: a reserve that the gate refused was not carried out, and is sent again in its turn:', () => {
  it.each([
    ['after as long as upstream says', { 'Retry-After': '7' }],
    ['soon after a "Retry-After" that is a date', { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }],
    ['soon after a negative one', { 'Retry-After': '-3' }],
    ['soon without a header', {}],
  ])('%s', async (_, headers) => {
    const first = await reserveMeets({ kind: 'status', status: 429, headers });
    if ('Retry-After' in headers && headers['Retry-After'] === '7') {
      expect(first).toMatchObject({ __typename: 'Pending', operation: 'CREATE', queue: { position: 1 } });
      expect(first.queue.estimatedWaitSeconds).toBeGreaterThanOrEqual(7);
    }
    expect(await follow(house, first)).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(requests(house).reserve).toBe(2);
    expect(complaints(house)).toEqual([]);
  });
});

describe('R-FAILURE-3: an unusable response is UpstreamFailed, and the reserve is not sent again:', () => {
  const unavailable = { ...FAILED, code: 'UNAVAILABLE', retryable: true };
  const nonsense = { ...FAILED, code: 'UNEXPECTED', retryable: true, upstreamCode: null };
  const evilPolling = { polling_url: 'https://elsewhere.example/partners/v1/polling/1?apikey=k', wait: 4 };

  it.each<[string, Omit<Fault, 'route' | 'times'>, object]>([
    ['500', { kind: 'status', status: 500 }, { ...unavailable, upstreamCode: 500 }],
    ['503 without a body', { kind: 'status', status: 503, body: '' }, { ...unavailable, upstreamCode: null }],
    ['a page of HTML from a proxy', { kind: 'html' }, { ...unavailable, upstreamCode: null }],
    ['a connection that breaks before the work', { kind: 'resetBefore' }, unavailable],
    ['a page of HTML under status 200', { kind: 'html', status: 200 }, nonsense],
    ['nothing at all under status 200', { kind: 'empty' }, nonsense],
    ['JSON that is no cart', { kind: 'json', body: { cart: 'none' } }, nonsense],
    ['a list', { kind: 'json', body: [] }, nonsense],
    ['null', { kind: 'json', body: null }, nonsense],
    ['a cart without its id', { kind: 'json', body: { cart: { items: [] } } }, nonsense],
    ['a body without end', { kind: 'huge' }, nonsense],
    [
      'a redirect',
      { kind: 'status', status: 302, headers: { Location: 'https://elsewhere.example' } },
      nonsense,
    ],
    ['202 without an address', { kind: 'json', status: 202, body: { wait: 4 } }, nonsense],
    ['202 with an address elsewhere', { kind: 'json', status: 202, body: evilPolling }, nonsense],
  ])('%s', async (_, fault, answer) => {
    expect(await reserveMeets(fault)).toMatchObject(answer);
    expect(requests(house).reserve).toBe(1);
    expect(isAllGivenBack(house)).toBe(true);
  });

  it('no answer in time', async () => {
    const result = await reserveMeets({ kind: 'hang' });
    expect(result).toMatchObject({ ...FAILED, code: 'TIMEOUT', retryable: true, upstreamCode: null });
    expect(requests(house).reserve).toBe(1);
  });

  it('a response that breaks off: its cart has no known id, so the seats are freed when the hold ends', async () => {
    expect(await reserveMeets({ kind: 'truncated' })).toMatchObject(unavailable);
    expect(requests(house).reserve).toBe(1);
    house.clock.advance(300_000);
    expect(isAllGivenBack(house)).toBe(true);
  });

  it('with the id under which the request stands in the log', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'reserve', kind: 'html', times: 2 }]);
    for (const sent of [{}, { 'x-request-id': 'checkout-2026-06-15' }]) {
      const { data, headers } = await house.ask(CREATE, { input: TWO_TICKETS }, sent);
      expect(data.createCart.requestId).toBe(headers['x-request-id']);
    }
  });
});

describe("R-FAILURE-4: the gate's refusals are understood without an error object:", () => {
  it('a reserve refused for its token is sent once more with a new one, since the gate let nothing through', async () => {
    expect(await reserveMeets({ kind: 'status', status: 401 })).toMatchObject({ __typename: 'Cart' });
    expect(requests(house)).toMatchObject({ reserve: 2, token: 2 });
  });

  it('credentials that are refused for good are UpstreamFailed, and no reason to try again', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'reserve', kind: 'status', status: 401 }]);
    const message = "Upstream does not accept the gateway's credentials.";
    expect(await createCart(house)).toMatchObject({
      ...FAILED,
      code: 'UNEXPECTED',
      message,
      retryable: false,
    });
    expect(requests(house).reserve).toBe(2);
  });
});

describe('R-FAILURE-5: an event that cannot be read is not reserved:', () => {
  it.each<[string, Omit<Fault, 'route'>, object]>([
    ['500', { kind: 'status', status: 500 }, { ...FAILED, code: 'UNAVAILABLE' }],
    ['429', { kind: 'status', status: 429 }, { __typename: 'Throttled', code: 'UPSTREAM_QUOTA' }],
    ['no JSON', { kind: 'json', body: 'no JSON' }, { ...FAILED, code: 'UNEXPECTED' }],
    ['401', { kind: 'status', status: 401 }, { ...FAILED, code: 'UNEXPECTED', retryable: false }],
  ])('%s', async (_, fault, answer) => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'event', ...fault }]);
    expect(await house.clock.until(createCart(house))).toMatchObject(answer);
    expect(requests(house).reserve).toBe(0);
  });

  it('404 is an unknown event', async () => {
    house = await openHouse();
    expect(await createCart(house, { eventId: 'NOSUCHEVENT00001' })).toMatchObject({
      __typename: 'EventNotSellable',
      code: 'UNKNOWN_EVENT',
      redirectUrl: null,
    });
    expect(requests(house).reserve).toBe(0);
  });
});

describe('what the sandbox itself refuses comes to the same:', () => {
  it.each([
    [notable.soldOut, 'NoInventory', 20052],
    [notable.noAdjacentSeats, 'NoInventory', 20052],
  ])('%s', async (eventId, type, upstreamCode) => {
    house = await openHouse();
    const tickets = [{ ticketId: '000001020005', quantity: 2 }];
    expect(await createCart(house, { eventId, tickets, acceptBestAvailable: false })).toMatchObject({
      __typename: type,
      upstreamCode,
      event: { id: eventId },
    });
    expect(isAllGivenBack(house)).toBe(true);
  });
});
