import {
  UpstreamRefused,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../../../src/partner-api/errors';
import { CALLER, EVENT_ID, KEY, ONE_TICKET, type Rig, SECRET, failure, openRig, untilTrue } from '../rig';
import { gate, granted, hang, html, json, refusal, reset } from '../upstream';

const MINUTE_MS = 60_000;

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
  rig.upstream.answers(json({ event: {} }));
});
afterEach(() => rig.close());

const read = () => rig.api.event(EVENT_ID, CALLER);
const bearers = () => rig.upstream.calls.map(({ headers }) => headers.authorization);

describe('asking for an access token', () => {
  it('R-TOKEN-1: it is asked for with the key, Basic credentials and the form of RFC 6749, to the letter', async () => {
    await read();
    expect(rig.upstream.tokenCalls).toEqual([
      {
        method: 'POST',
        target: `/partners/v1/oauth/accesstoken?apikey=${KEY}`,
        headers: expect.objectContaining({
          authorization: `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        }) as object,
        body: 'grant_type=client_credentials',
      },
    ]);
  });

  it('R-TOKEN-2: a token is asked for once however many callers wait', async () => {
    await Promise.all(Array.from({ length: 100 }, read));
    expect(rig.upstream.tokenCalls).toHaveLength(1);
    expect(bearers()).toEqual(Array(100).fill('Bearer token-1'));
  });

  it('R-TOKEN-2: after a fetch that failed, the next caller asks again', async () => {
    rig.upstream.answersToken(gate(401), granted());
    await failure(read());
    await read();
    expect(bearers()).toEqual(['Bearer token-1']);
  });
});

describe('the life of an access token', () => {
  it('R-TOKEN-3: it is kept while it lives and replaced ahead of its end; its times are strings', async () => {
    await read();
    rig.clock.advance(50 * MINUTE_MS);
    await read();
    expect(rig.upstream.tokenCalls).toHaveLength(1);
    rig.clock.advance(9 * MINUTE_MS);
    await read();
    expect(rig.upstream.tokenCalls).toHaveLength(2);
    expect(bearers()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
  });

  it('R-TOKEN-3: its end is the one that upstream names, whatever issued_at says', async () => {
    rig.upstream.answersToken(granted({ expires_in: 600, issued_at: 'some day' }));
    await read();
    rig.clock.advance(8 * MINUTE_MS);
    await read();
    expect(rig.upstream.tokenCalls).toHaveLength(1);
    rig.clock.advance(1.5 * MINUTE_MS);
    await read();
    expect(rig.upstream.tokenCalls).toHaveLength(2);
  });

  it('R-TOKEN-3: callers that wait for a replacement share it, too', async () => {
    await read();
    rig.clock.advance(60 * MINUTE_MS);
    await Promise.all(Array.from({ length: 100 }, read));
    expect(rig.upstream.tokenCalls).toHaveLength(2);
  });
});

describe('an access token that upstream no longer accepts', () => {
  it('R-TOKEN-4: is renewed once, and the call repeated with the new one, body and all', async () => {
    rig.upstream.answers(gate(401), json({ cart: {} }));
    await rig.api.reserve(ONE_TICKET, undefined, null, CALLER);
    expect(rig.upstream.tokenCalls).toHaveLength(2);
    expect(bearers()).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(rig.upstream.calls[1]?.body).toBe(rig.upstream.calls[0]?.body);
  });

  it('R-TOKEN-4: is renewed once for all the callers that it failed', async () => {
    rig.upstream.answers((res, seen) =>
      (seen.headers.authorization === 'Bearer token-1' ? gate(401) : json({ event: {} }))(res, seen),
    );
    await Promise.all(Array.from({ length: 50 }, read));
    expect(rig.upstream.tokenCalls).toHaveLength(2);
  });

  it('R-TOKEN-4: is replaced once: a call that learns of it late uses the new one', async () => {
    const late = gate(401);
    let answerLate = (): void => {};
    rig.upstream.answers((res, seen) => (answerLate = () => late(res, seen)), gate(401), json({ event: {} }));
    const slow = read();
    await untilTrue(() => rig.upstream.calls.length === 1);
    await read();
    answerLate();
    await slow;
    expect(rig.upstream.tokenCalls).toHaveLength(2);
  });

  it('R-TOKEN-5: a second 401 means that key or secret are wrong, and nothing is sent a third time', async () => {
    rig.upstream.answers(gate(401));
    const error = await failure(read());
    expect(error).toBeInstanceOf(UpstreamUnauthorized);
    expect(error).toMatchObject({ mayHaveActed: false, retryable: false });
    expect(rig.upstream.calls).toHaveLength(2);
  });

  it('R-TOKEN-6: a 401 with code 10004 asks for a captcha, not for another token', async () => {
    rig.upstream.answers(refusal(10004, 401));
    const error = await failure(rig.api.reserve(ONE_TICKET, undefined, null, CALLER));
    expect(error).toBeInstanceOf(UpstreamRefused);
    expect(error).toMatchObject({ upstreamCode: 10004, status: 401 });
    expect(rig.upstream.calls).toHaveLength(1);
    expect(rig.upstream.tokenCalls).toHaveLength(1);
  });

  it('R-TOKEN-6: a 403 of the gate is no matter of the token either', async () => {
    rig.upstream.answers(gate(403));
    expect(await failure(read())).toBeInstanceOf(UpstreamUnauthorized);
    expect(rig.upstream.calls).toHaveLength(1);
  });
});

describe('when there is no access token to be had', () => {
  const reserve = () => rig.api.reserve(ONE_TICKET, undefined, null, CALLER);

  it.each([
    ['401 for a wrong secret', gate(401), UpstreamUnauthorized],
    ['400 as RFC 6749 has it', json({ error: 'invalid_client' }, 400), UpstreamUnauthorized],
    ['429 for long', gate(429, { 'retry-after': '300' }), UpstreamThrottled],
    ['a broken connection', reset, UpstreamUnavailable],
    ['503', html(503), UpstreamUnavailable],
    ['404', html(404), UpstreamUnavailable],
    ['405', html(405), UpstreamUnavailable],
    ['a number of the error table', refusal(20052, 409), UpstreamUnavailable],
    ['a number of the error table with 503', refusal(20001, 503), UpstreamUnavailable],
    ['a page', html(200), UpstreamUnavailable],
    ['no token', granted({ access_token: undefined }), UpstreamUnavailable],
    ['an empty token', granted({ access_token: '' }), UpstreamUnavailable],
    ['no end', granted({ expires_in: undefined }), UpstreamUnavailable],
    ['an end in words', granted({ expires_in: 'an hour' }), UpstreamUnavailable],
    ['an end in the past', granted({ expires_in: '-1' }), UpstreamUnavailable],
  ])('R-TOKEN-7: %s fails the call, which itself is never sent', async (_, script, type) => {
    rig.upstream.answersToken(script);
    const error = await failure(reserve());
    expect(error).toBeInstanceOf(type);
    expect(error.mayHaveActed).toBe(false);
    expect(rig.upstream.calls).toEqual([]);
    expect(rig.upstream.tokenCalls).toHaveLength(1);
  });

  it('R-TOKEN-7: a token endpoint that is not found does not make events unknown', async () => {
    rig.upstream.answersToken(html(404));
    expect(await failure(rig.clock.until(read()))).toBeInstanceOf(UpstreamUnavailable);
  });

  it('R-TOKEN-7: a token endpoint that hangs times the calls out, which themselves are never sent', async () => {
    await rig.close();
    rig = await openRig({ timeoutMs: 500 });
    rig.upstream.answersToken(hang);
    const first = failure(reserve());
    await untilTrue(() => rig.upstream.tokenCalls.length === 1);
    rig.clock.advance(300);
    // This one has time left when the fetch that it has joined is given up.
    const second = failure(reserve());
    rig.clock.advance(200);
    for (const error of await Promise.all([first, second])) {
      expect(error).toBeInstanceOf(UpstreamTimeout);
      expect(error.mayHaveActed).toBe(false);
    }
    expect(rig.upstream.calls).toEqual([]);
    expect(rig.upstream.tokenCalls).toHaveLength(1);
  });
});
