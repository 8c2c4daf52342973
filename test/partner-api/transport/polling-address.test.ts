import { UpstreamNonsense } from '../../../src/partner-api/errors';
import { CALLER, KEY, ONE_TICKET, type Rig, failure, openRig } from '../rig';
import { json, plain } from '../upstream';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

/** What the client makes of a 202 with `body`. */
async function pollingOf(body: unknown) {
  rig.upstream.answers(json(body, 202));
  const answer = await rig.api.reserve(ONE_TICKET, undefined, null, CALLER);
  if (answer.kind !== 'polling') throw new Error(answer.kind);
  return answer;
}

/** An address in which `$` stands for host and port of the API, and `%PORT` for the port alone. */
const addressOf = (pattern: string): string =>
  pattern
    .replaceAll('$', `127.0.0.1:${rig.upstream.port}`)
    .replaceAll('%PORT', String(rig.upstream.port))
    .replaceAll('%OTHER', String(rig.upstream.port === 65_535 ? 1 : rig.upstream.port + 1));

describe('a polling address that leads out of the API', () => {
  it.each([
    ['another host', 'http://stranger.example/partners/v1/polling/1'],
    ['another name of the same host', 'http://localhost:%PORT/partners/v1/polling/1'],
    ['a host that begins like it', 'http://127.0.0.1.stranger.example:%PORT/partners/v1/polling/1'],
    ['no scheme and another host', '//stranger.example/partners/v1/polling/1'],
    ['backslashes and another host', '\\\\stranger.example\\partners\\v1\\polling\\1'],
    ['another port', 'http://127.0.0.1:%OTHER/partners/v1/polling/1'],
    ['no port', 'http://127.0.0.1/partners/v1/polling/1'],
    ['another scheme', 'https://$/partners/v1/polling/1'],
    ['the scheme of web sockets', 'ws://$/partners/v1/polling/1'],
    ['a blob', 'blob:http://$/partners/v1/polling/1'],
    ['the host as a user name', 'http://$@stranger.example/partners/v1/polling/1'],
    ['a user and a password', 'http://user:password@$/partners/v1/polling/1'],
    ['a user', 'http://user@$/partners/v1/polling/1'],
    ['another base path', 'http://$/partners/v2/polling/1'],
    ['a longer word than the base path', 'http://$/partners/v10/polling/1'],
    ['the base path and nothing below it', 'http://$/partners/v1'],
    ['the root', 'http://$/'],
    ['steps upwards', 'http://$/partners/v1/../v2/polling/1'],
    ['encoded steps upwards', 'http://$/partners/v1/%2e%2E/v2/polling/1'],
    ['an encoded slash', 'http://$/partners/v1/..%2fv2/polling/1'],
    ['an encoded slash in capitals', 'http://$/partners/v1/..%2Fv2/polling/1'],
    ['an encoded backslash', 'http://$/partners/v1/..%5cv2/polling/1'],
    ['backslashes upwards', 'http://$/partners/v1\\..\\v2\\polling\\1'],
    ['a path from outside the base', '/elsewhere/polling/1'],
    ['a path beside the base', 'polling/1'],
    ['a query alone', '?polling=1'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///partners/v1/polling/1'],
    ['some data', 'data:text/plain,/partners/v1/polling/1'],
    ['no host', 'http://'],
    ['no address', 'not an address'],
  ])('R-FOLLOW-1: %s is neither returned nor followed', async (_, pattern) => {
    const url = addressOf(pattern);
    expect(await pollingOf({ polling_url: url, wait: 4 })).toMatchObject({ url: null, waitMs: 4000 });
    for (const poll of [rig.api.pollCart(url, null, CALLER), rig.api.pollDelete(url, CALLER)]) {
      const error = await failure(poll);
      expect(error).toBeInstanceOf(UpstreamNonsense);
      expect(error.mayHaveActed).toBe(false);
    }
    expect(rig.upstream.calls).toHaveLength(1);
  });
});

describe('a polling address of the API', () => {
  const path = '/partners/v1/polling/cart/tickets/PUT/0000-1';

  it.each([
    ['that has the key', `${path}?apikey=${KEY}&cart_id=a%2Bb%3D`, `${path}?apikey=${KEY}&cart_id=a%2Bb%3D`],
    ['with a bare plus', `${path}?cart_id=a+b/c=&apikey=${KEY}`, `${path}?cart_id=a+b/c=&apikey=${KEY}`],
    ['without the key', `${path}?cart_id=a+b/c=`, `${path}?cart_id=a+b/c=&apikey=${KEY}`],
    ['without any query', path, `${path}?apikey=${KEY}`],
    ['with steps that stay inside', `/partners/v1/x/../polling/1`, `/partners/v1/polling/1?apikey=${KEY}`],
    ['with a fragment', `${path}?a=1#apikey=x`, `${path}?a=1&apikey=${KEY}`],
  ])('R-FOLLOW-2: %s is followed as it stands, with the key in it once', async (_, address, target) => {
    for (const url of [`http://127.0.0.1:${rig.upstream.port}${address}`, address]) {
      expect(await pollingOf({ polling_url: url })).toMatchObject({ url });
      rig.upstream.calls.length = 0;
      rig.upstream.answers(plain('', 204));
      expect(await rig.api.pollDelete(url, CALLER)).toEqual({ kind: 'deleted' });
      expect(rig.upstream.onlyCall).toMatchObject({ method: 'GET', target, body: '' });
      rig.upstream.calls.length = 0;
    }
  });

  it('R-FOLLOW-3: leads to what the original call would have answered, or to another poll', async () => {
    const url = `${rig.upstream.url}/polling/1`;
    rig.upstream.answers(
      json({ polling_url: `${rig.upstream.url}/polling/2`, wait: 1 }, 202),
      json({ cart_id: 'cart', cart: { hold_time: 299 } }),
    );
    expect(await rig.api.pollCart(url, null, CALLER)).toEqual({
      kind: 'polling',
      url: `${rig.upstream.url}/polling/2`,
      waitMs: 1000,
      cartId: null,
    });
    expect(await rig.api.pollCart(`${rig.upstream.url}/polling/2`, null, CALLER)).toMatchObject({
      kind: 'cart',
      cartId: 'cart',
      cart: { holdSeconds: 299 },
    });
  });

  it('R-FOLLOW-3: leads to a refusal where the original call was refused', async () => {
    rig.upstream.answers(json({ error: { code: 20052 } }, 400));
    expect(await failure(rig.api.pollCart(`${rig.upstream.url}/p/1`, null, CALLER))).toMatchObject({
      upstreamCode: 20052,
    });
  });
});

describe('the wait before a poll', () => {
  it.each([
    ['a number', 4, 4000],
    ['text', '7', 7000],
    ['nothing at all', 0, 0],
    ['a part of a second', 2.5, 2500],
    ['missing', undefined, 4000],
    ['null', null, 4000],
    ['negative', -3, 4000],
    ['negative text', '-3', 4000],
    ['a word', 'soon', 4000],
    ['an object', { seconds: 1 }, 4000],
    ['longer than anybody could wait', 1e300, 4000],
  ])('R-FOLLOW-4: %s (%j) is understood in milliseconds, or is the usual one', async (_, wait, waitMs) => {
    expect(await pollingOf({ polling_url: `${rig.upstream.url}/polling/1`, wait })).toMatchObject({ waitMs });
  });
});

describe('the cart that a poll is about', () => {
  it.each([
    ['named beside the address', { cart_id: 'a+b=' }, '?cart_id=other', 'a+b='],
    ['in the address, encoded', {}, '?x=1&cart_id=a%2Bb%2Fc%3D', 'a+b/c='],
    ['in the address, bare', {}, '?cart_id=a+b/c=&x=1', 'a+b/c='],
    ['in the address, badly encoded', {}, '?cart_id=%zz', null],
    ['a number', { cart_id: 5 }, '?x=1', null],
    ['only almost named', {}, '?old_cart_id=x#cart_id=y', null],
    ['nowhere', {}, '', null],
  ])('R-FOLLOW-5: %s is known if it can be', async (_, more, query, cartId) => {
    const url = `${rig.upstream.url}/polling/1${query}`;
    expect(await pollingOf({ polling_url: url, wait: 1, ...more })).toMatchObject({ cartId });
  });
});
