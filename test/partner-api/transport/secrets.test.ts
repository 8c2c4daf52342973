import { inspect } from 'node:util';

import type { UpstreamError } from '../../../src/partner-api/errors';
import { CALLER, EVENT_ID, KEY, ONE_TICKET, type Rig, SECRET, failure, openRig } from '../rig';
import { type Script, drip, gate, hang, html, json, plain, refusal, reset, truncated } from '../upstream';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const CART_ID = 'bz+JV/ZU+Qo=';

const reserve = () => rig.clock.until(rig.api.reserve(ONE_TICKET, { cartId: CART_ID }, null, CALLER));

/** Everything that a log could write about a failure. */
const textOf = (error: UpstreamError): string =>
  [
    String(error),
    error.stack,
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    inspect(error, { depth: Infinity, showHidden: true, getters: true }),
  ].join('\n');

/** Expects `error` to contain no secret, and none of upstream's text. */
function expectDiscretion(error: UpstreamError): void {
  const basic = Buffer.from(`${KEY}:${SECRET}`).toString('base64');
  const address = [String(rig.upstream.port), '127.0.0.1', 'stranger.example', '/partners/v1', 'polling/'];
  const secrets = [KEY, SECRET, basic, 'token-1', CART_ID, encodeURIComponent(CART_ID), CALLER.ip];
  const text = textOf(error);
  for (const secret of [...secrets, ...address, 'never to be shown']) expect(text).not.toContain(secret);
}

const MISHAPS: [string, Script][] = [
  ['a refusal', refusal(20052, 400)],
  ['a refusal at the gate', gate(401)],
  ['an exhausted quota', gate(429, { 'retry-after': '300' })],
  ['something not found', html(404)],
  ['502', refusal(502, 502)],
  ['503', html(503)],
  ['a page', html(200)],
  ['half a body', plain(`{"polling_url": "${KEY} never to be shown`)],
  ['a connection that broke', reset],
  ['an answer that broke off', truncated],
  ['an answer that never came', hang],
  ['an answer that never ended', drip],
  ['a body too large', plain(KEY.repeat(2_000_000))],
  ['a redirect', plain('', 302, { location: `http://stranger.example/?apikey=${KEY}` })],
  ['a poll without an address', json({ polling_url: null, apikey: KEY }, 202)],
];

describe('what a failure reveals', () => {
  it.each(MISHAPS)('L1: after %s, no secret', async (_, script) => {
    rig.upstream.answers(script);
    expectDiscretion(await failure(reserve()));
  });

  it.each(MISHAPS)('L1: after %s for an access token, no secret', async (_, script) => {
    rig.upstream.answersToken(script);
    expectDiscretion(await failure(reserve()));
  });

  it('L1: where nobody listens, not even where that is', async () => {
    await rig.upstream.close();
    const text = textOf(await failure(reserve()));
    expect(text).not.toContain('127.0.0.1');
    expect(text).not.toContain(KEY);
  });

  it.each([
    ['out of the API', () => `http://stranger.example/polling/1?apikey=${KEY}`],
    ['to a refusal', () => `${rig.upstream.url}/polling/1?apikey=${KEY}&cart_id=${CART_ID}`],
  ])('L1: after a poll that leads %s, not its address', async (_, url) => {
    rig.upstream.answers(refusal(90003, 400));
    expectDiscretion(await failure(rig.api.pollCart(url(), null, CALLER)));
  });

  it('L1: after a call with an id in its path, not the id', async () => {
    rig.upstream.answers(html(200));
    const error = await failure(rig.api.event(EVENT_ID, CALLER));
    expect(textOf(error)).not.toContain(EVENT_ID);
  });
});
