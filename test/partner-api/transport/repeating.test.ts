import { UpstreamTimeout, UpstreamUnavailable } from '../../../src/partner-api/errors';
import { CALLER, CART, EVENT_ID, ONE_TICKET, type Rig, failure, openRig, untilTrue } from '../rig';
import { type Script, hang, html, json, plain, refusal, reset, truncated } from '../upstream';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig({ timeoutMs: TIMEOUT_MS });
});
afterEach(() => rig.close());

/** The clock runs, for the pauses between the tries. */
const read = () => rig.clock.until(rig.api.event(EVENT_ID, CALLER));
const TIMEOUT_MS = 5_000;
const event = json({ event: { name: 'Here' } });

describe('a read that fails on the way', () => {
  it.each([
    ['503', html(503)],
    ['502 of the error table', refusal(502, 502)],
    ['a broken connection', reset],
    ['an answer that breaks off', truncated],
  ])('R-REPEAT-1: after %s it is tried again, and the asker sees nothing of it', async (_, script) => {
    rig.upstream.answers(script, event);
    expect(await read()).toMatchObject({ name: 'Here' });
    expect(rig.upstream.calls).toHaveLength(2);
  });

  it('R-REPEAT-1: a captcha is a read, too', async () => {
    rig.upstream.answers(html(503), plain('', 200, { 'x-tm-captcha-v2-sitekey': 'site' }));
    expect(await rig.clock.until(rig.api.captcha(null, CALLER))).toMatchObject({ siteKey: 'site' });
  });

  it('R-REPEAT-1: it is tried three times and no more', async () => {
    rig.upstream.answers(html(503));
    expect(await failure(read())).toBeInstanceOf(UpstreamUnavailable);
    expect(rig.upstream.calls).toHaveLength(3);
  });

  it.each([
    ['a page', html(200)],
    ['a refusal', refusal(20001, 503)],
    ['a redirect', plain('', 302, { location: '/' })],
  ])('R-REPEAT-1: it is not tried again after %s, which another try would meet again', async (_, script) => {
    rig.upstream.answers(script, event);
    expect(await failure(read())).not.toBeInstanceOf(UpstreamUnavailable);
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it('R-REPEAT-1: what the gate refused was not carried out, and is sent again in its turn', async () => {
    rig.upstream.answers(html(429), event);
    expect(await read()).toMatchObject({ name: 'Here' });
    expect(rig.upstream.calls).toHaveLength(2);
  });

  it('R-REPEAT-1: each try takes a turn, also where the first turn was taken by the caller', async () => {
    await rig.close();
    rig = await openRig({ callsPerDay: 100 });
    rig.upstream.answers(html(503), html(503), json({ data: [] }));
    await rig.api.takeTurn('lookUp', CALLER.ip);
    const before = rig.api.budget.report().usedToday;
    const reading = rig.api.unredeemedOrders({ daysFromPurchase: 1 }, CALLER, { turn: { waitedMs: 0 } });
    expect(await rig.clock.until(reading)).toEqual([]);
    expect(rig.upstream.calls).toHaveLength(3);
    expect(rig.api.budget.report().usedToday - before).toBe(2);
  });

  it('R-REPEAT-2: all tries together take no longer than one call may', async () => {
    rig.upstream.answers((res, seen) => {
      rig.clock.advance(0.8 * TIMEOUT_MS);
      html(503)(res, seen);
    }, hang);
    const endMs = rig.clock.now() + TIMEOUT_MS;
    const reading = failure(rig.api.event(EVENT_ID, CALLER));
    await untilTrue(() => {
      rig.clock.advance(rig.upstream.calls.length === 1 ? 1 : 0);
      return rig.upstream.calls.length === 2;
    });
    rig.clock.advance(endMs - rig.clock.now());
    expect(await reading).toBeInstanceOf(UpstreamTimeout);
    expect(rig.upstream.calls).toHaveLength(2);
  });

  it('R-REPEAT-2: it ends when its asker has gone', async () => {
    const asker = new AbortController();
    rig.upstream.answers(() => asker.abort());
    expect(await failure(rig.api.event(EVENT_ID, CALLER, asker.signal))).toBeInstanceOf(UpstreamTimeout);
    expect(rig.upstream.calls).toHaveLength(1);
  });
});

describe('a call that changes something', () => {
  const calls: [string, () => Promise<unknown>][] = [
    ['reserve', () => rig.api.reserve(ONE_TICKET, undefined, null, CALLER)],
    ['delete', () => rig.api.deleteCart(CART, CALLER)],
    ['opening of a cart', () => rig.api.openCart('captcha-token', CALLER)],
  ];
  const mishaps: [string, Script][] = [
    ['503', html(503)],
    ['502 of the error table', refusal(502, 502)],
    ['a broken connection', reset],
    ['an answer that breaks off', truncated],
  ];
  it.each(
    calls.flatMap(([name, call]) => mishaps.map(([mishap, script]) => [name, mishap, call, script] as const)),
  )('R-REPEAT-3: a %s is not sent again after %s', async (_, _mishap, call, script) => {
    rig.upstream.answers(script);
    expect(await failure(call())).toMatchObject({ mayHaveActed: true });
    expect(rig.upstream.calls).toHaveLength(1);
  });
});
