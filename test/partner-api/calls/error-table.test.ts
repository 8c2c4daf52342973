import {
  UpstreamNonsense,
  UpstreamNotFound,
  UpstreamRefused,
  UpstreamReservationsFull,
  UpstreamThrottled,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../../../src/partner-api/errors';
import { CALLER, CART, EVENT_ID, ONE_TICKET, type Rig, failure, openRig } from '../rig';
import { type Script, gate, html, json, plain } from '../upstream';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const read = () => rig.api.event(EVENT_ID, CALLER);
const reserve = () => rig.api.reserve(ONE_TICKET, undefined, null, CALLER);
const reserveFailure = (script: Script) => {
  rig.upstream.answers(script);
  return failure(reserve());
};

/** The manual's error table: code, the HTTP statuses that it comes with, and what it means. */
const TABLE = [
  [10002, 400, 'invalidField'],
  [10004, 401, 'captchaRequired'],
  [10031, 400, 'captchaInvalid'],
  [10104, 400, 'unknownDelivery'],
  [10161, 400, 'overTicketLimit'],
  [20001, 400, 'maintenance'],
  [20001, 503, 'maintenance'],
  [20046, 400, 'soldOut'],
  [20052, 400, 'soldOut'],
  [20122, 400, 'paymentDeclined'],
  [20129, 400, 'noFunds'],
  [20152, 400, 'securityCodeInvalid'],
  [90001, 403, 'notTransactable'],
  [90003, 400, 'invalidCart'],
] as const;

describe('a refusal of the error table', () => {
  it.each(TABLE)('R-ERROR-1: %i with status %i is a refusal: %s', async (code, status, reason) => {
    const error = await reserveFailure(
      json({ error: { message: 'No', code, http_code: status, severity: 'fatal' } }, status),
    );
    expect(error).toBeInstanceOf(UpstreamRefused);
    expect(error).toMatchObject({
      upstreamCode: code,
      status,
      reason,
      mayHaveActed: false,
      retryable: false,
    });
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it.each(TABLE)('R-ERROR-2: %i is read the same without http_code and severity', async (code, status) => {
    const error = await reserveFailure(json({ error: { message: 'No', code } }, status));
    expect(error).toBeInstanceOf(UpstreamRefused);
    expect(error).toMatchObject({ upstreamCode: code, status });
  });

  it.each(TABLE)('R-ERROR-2: %i is read the same as text and without a message', async (code, status) => {
    const error = await reserveFailure(json({ error: { code: String(code) } }, status));
    expect(error).toBeInstanceOf(UpstreamRefused);
    expect(error).toMatchObject({ upstreamCode: code, status });
  });

  it('R-ERROR-1: a refused read is not tried again, not even at 503', async () => {
    rig.upstream.answers(json({ error: { code: 20001 } }, 503));
    expect(await failure(read())).toMatchObject({ upstreamCode: 20001 });
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it.each([
    ['null', { error: { code: null } }],
    ['true', { error: { code: true } }],
    ['an empty text', { error: { code: '' } }],
    ['a word', { error: { code: 'constructor' } }],
    ['a list', { error: { code: [20052] } }],
    ['missing', { error: {} }],
    ['without its object', { error: 'no' }],
    ['beside the point', ['error']],
  ])('R-ERROR-2: where the number is %s, the HTTP status stands in for it', async (_, body) => {
    const error = await reserveFailure(json(body, 400));
    expect(error).toBeInstanceOf(UpstreamRefused);
    expect(error).toMatchObject({ upstreamCode: 400, status: 400, reason: 'other' });
  });

  it.each([405, 406])('R-ERROR-3: %i is a refusal, without any body', async (status) => {
    const error = await reserveFailure(plain('', status));
    expect(error).toBeInstanceOf(UpstreamRefused);
    expect(error).toMatchObject({ upstreamCode: status, status, mayHaveActed: false });
  });
});

describe("upstream's own upstream", () => {
  it.each([
    ['502 as its table has it', json({ error: { code: 502, http_code: 502 } }, 502), 502],
    ['504 as its table has it', json({ error: { code: '504' } }, 504), 504],
    ['504 with another status', json({ error: { code: 504 } }, 400), 504],
    ['502 as a page', html(502), null],
    ['500 without a body', plain('', 500), null],
    ['503 in the shape of the gate', gate(503), null],
  ])('R-ERROR-4: %s leaves open whether a reserve was carried out', async (_, script, upstreamCode) => {
    const error = await reserveFailure(script);
    expect(error).toBeInstanceOf(UpstreamUnavailable);
    expect(error).toMatchObject({ upstreamCode, mayHaveActed: true, retryable: true });
    expect(rig.upstream.calls).toHaveLength(1);
  });
});

describe('the gate in front of the API', () => {
  it('R-ERROR-5: 401 in its own shape means wrong credentials', async () => {
    expect(await reserveFailure(gate(401))).toBeInstanceOf(UpstreamUnauthorized);
  });

  it.each([
    ['with a Retry-After', gate(429, { 'retry-after': '17' }), 17],
    ['without a Retry-After', gate(429), 1],
    ['with a date for it', gate(429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }), 1],
    ['with a negative one', gate(429, { 'retry-after': '-3' }), 1],
    ['with an empty one', gate(429, { 'retry-after': '' }), 1],
    ['as a page', html(429), 1],
  ])('R-ERROR-6: 429 %s means that the quota is exhausted', async (_, script, atLeastSeconds) => {
    rig.upstream.answers(script);
    const error = await failure(rig.clock.until(read()));
    expect(error).toBeInstanceOf(UpstreamThrottled);
    expect(error).toMatchObject({ mayHaveActed: false, retryable: true });
    expect((error as UpstreamThrottled).retryAfterSeconds).toBeGreaterThanOrEqual(atLeastSeconds);
  });

  it('R-ERROR-6: 429 in the shape of the API means that the partner has too many reservations', async () => {
    const error = await reserveFailure(json({ error: { code: 429 } }, 429));
    expect(error).toBeInstanceOf(UpstreamReservationsFull);
    expect(error).toMatchObject({ mayHaveActed: false, retryable: true });
    expect(rig.upstream.calls).toHaveLength(1);
  });
});

describe('404', () => {
  it.each([
    ['without a body', plain('', 404)],
    ['as a page', html(404)],
    ['as an error', json({ error: { message: 'no such event', code: 404 } }, 404)],
  ])('R-ERROR-7: %s for event details means that there is no such event', async (_, script) => {
    rig.upstream.answers(script);
    expect(await read()).toBeNull();
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it('R-ERROR-7: for a captcha means that none is needed', async () => {
    rig.upstream.answers(html(404));
    expect(await rig.api.captcha(null, CALLER)).toBeNull();
  });

  it('R-ERROR-7: for a reserve is a failure of its own', async () => {
    const error = await reserveFailure(plain('', 404));
    expect(error).toBeInstanceOf(UpstreamNotFound);
    expect(error.mayHaveActed).toBe(false);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'R-ERROR-8: %i is never followed, not even to the API itself, and never taken for success',
    async (status) => {
      rig.upstream.answers(plain('', status, { location: `${rig.upstream.url}/elsewhere` }));
      expect(await failure(read())).toBeInstanceOf(UpstreamNonsense);
      const error = await failure(rig.api.deleteCart(CART, CALLER));
      expect(error).toBeInstanceOf(UpstreamNonsense);
      expect(error.mayHaveActed).toBe(true);
      expect(rig.upstream.calls).toHaveLength(2);
    },
  );
});
