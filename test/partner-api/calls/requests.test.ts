import { CALLER, EVENT_ID, KEY, ONE_TICKET, type Rig, openRig } from '../rig';
import { json, plain } from '../upstream';

/** Upstream's id of a cart, with all that base64 has and an address may not. */
const CART_ID = 'bz+JV/ZU+Qo=';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

/** Every call of the API, and the answer that satisfies it. */
const calls = {
  event: () => {
    rig.upstream.answers(json({ event: {} }));
    return rig.api.event(EVENT_ID, CALLER);
  },
  captcha: () => {
    rig.upstream.answers(plain('<html></html>', 200, { 'x-tm-captcha-v2-sitekey': 'site' }));
    return rig.api.captcha(null, CALLER);
  },
  openCart: () => {
    rig.upstream.answers(json({ cart_id: CART_ID }));
    return rig.api.openCart('captcha-token', CALLER);
  },
  reserve: () => {
    rig.upstream.answers(json({ cart: {} }));
    return rig.api.reserve(ONE_TICKET, { cartId: CART_ID }, null, CALLER);
  },
  pollCart: () => {
    rig.upstream.answers(json({ cart: {} }));
    return rig.api.pollCart(`${rig.upstream.url}/polling/1`, null, CALLER);
  },
  deleteCart: () => {
    rig.upstream.answers(plain('', 204));
    return rig.api.deleteCart({ eventId: EVENT_ID, cartId: CART_ID }, CALLER);
  },
  pollDelete: () => {
    rig.upstream.answers(plain('', 204));
    return rig.api.pollDelete(`${rig.upstream.url}/polling/1`, CALLER);
  },
};
const routes = Object.keys(calls) as (keyof typeof calls)[];

describe('where each call goes', () => {
  it.each([
    ['event', 'GET', `/event/${EVENT_ID}?apikey=${KEY}`],
    ['captcha', 'GET', `/captcha?apikey=${KEY}`],
    ['openCart', 'POST', `/cart?apikey=${KEY}`],
    ['reserve', 'PUT', `/cart/tickets?apikey=${KEY}`],
    ['pollCart', 'GET', `/polling/1?apikey=${KEY}`],
    ['deleteCart', 'DELETE', `/cart?cart_id=bz%2BJV%2FZU%2BQo%3D&apikey=${KEY}`],
    ['pollDelete', 'GET', `/polling/1?apikey=${KEY}`],
  ] as const)(
    'R-CALL-1: %s goes by %s to the path of edition 2015, with the key',
    async (route, method, target) => {
      await calls[route]();
      expect(rig.upstream.onlyCall).toMatchObject({ method, target: `/partners/v1${target}` });
    },
  );

  it.each([
    ['ends in a slash', '/partners/v1/', '/partners/v1/event/'],
    ['has no path', '', '/event/'],
  ])('R-CALL-1: where the base address %s, the path is still right', async (_, base, path) => {
    const token = { access_token: 't', expires_in: '3599' };
    rig.upstream.answers((res, seen) =>
      json(seen.target.includes('/oauth/') ? token : { event: {} })(res, seen),
    );
    const other = await openRig({ baseUrl: new URL(rig.upstream.url).origin + base });
    try {
      await other.api.event(EVENT_ID, CALLER);
    } finally {
      await other.close();
    }
    expect(rig.upstream.calls.at(-1)?.target).toBe(`${path}${EVENT_ID}?apikey=${KEY}`);
  });

  it('L8: no id steps out of its path segment, its query value or its key', async () => {
    await rig.close();
    rig = await openRig({ apiKey: 'a&b=c+d' });
    rig.upstream.answers(json({ event: {} }), plain('', 204));
    await rig.api.event('../cart?x=1#y%2f é', CALLER);
    await rig.api.deleteCart({ eventId: EVENT_ID, cartId: 'x&apikey=other#' }, CALLER);
    expect(rig.upstream.calls.map(({ target }) => target)).toEqual([
      '/partners/v1/event/..%2Fcart%3Fx%3D1%23y%252f%20%C3%A9?apikey=a%26b%3Dc%2Bd',
      '/partners/v1/cart?cart_id=x%26apikey%3Dother%23&apikey=a%26b%3Dc%2Bd',
    ]);
  });
});

describe('what each call carries', () => {
  it.each(routes)("R-CALL-2: %s carries the token and the user's address", async (route) => {
    await calls[route]();
    expect(rig.upstream.onlyCall.headers).toMatchObject({
      authorization: 'Bearer token-1',
      'true-client-ip': CALLER.ip,
    });
  });

  it.each(routes)(
    'R-CALL-3: %s sends only the address of a user of whom nothing else is known',
    async (route) => {
      await calls[route]();
      const { headers } = rig.upstream.onlyCall;
      for (const header of ['user-agent', 'original-user-id', 'x-tm-force-polling']) {
        expect(headers).not.toHaveProperty(header);
      }
    },
  );

  it('R-CALL-3: the user agent, the user id and the request for polling are sent if there are any', async () => {
    const caller = { ip: '2001:db8::7', userAgent: 'Browser/1.0 (Phone)', userId: 'u-1', forcePolling: true };
    rig.upstream.answers(json({ cart: {} }));
    await rig.api.reserve(ONE_TICKET, undefined, null, caller);
    expect(rig.upstream.onlyCall.headers).toMatchObject({
      'true-client-ip': '2001:db8::7',
      'user-agent': 'Browser/1.0 (Phone)',
      'original-user-id': 'u-1',
      'x-tm-force-polling': 'true',
    });
  });

  it('R-CALL-4: polling is not forced where the caller does not ask for it', async () => {
    rig.upstream.answers(json({ cart: {} }));
    await rig.api.reserve(ONE_TICKET, undefined, null, { ...CALLER, forcePolling: false });
    expect(rig.upstream.onlyCall.headers).not.toHaveProperty('x-tm-force-polling');
  });

  it.each(routes)('R-CALL-5: %s says which kind of answer it takes', async (route) => {
    await calls[route]();
    const { headers } = rig.upstream.onlyCall;
    expect(headers.accept).toBe(route === 'captcha' ? 'text/html' : 'application/json');
  });

  it.each(routes)('R-CALL-5: %s names the type of its body where it has one', async (route) => {
    await calls[route]();
    const { headers, body } = rig.upstream.onlyCall;
    const hasBody = route === 'openCart' || route === 'reserve';
    expect(body !== '').toBe(hasBody);
    expect(headers['content-type']).toBe(hasBody ? 'application/json' : undefined);
  });

  it('R-CALL-6: a cart session is opened with the captcha token', async () => {
    expect(await calls.openCart()).toBe(CART_ID);
    expect(JSON.parse(rig.upstream.onlyCall.body)).toEqual({ token: 'captcha-token' });
  });
});

describe('what is reported of a call', () => {
  it('L1: its route, class, status, tries and times, and nothing else', async () => {
    await calls.deleteCart();
    const durationMs = expect.any(Number) as number;
    const sentOnce = { callClass: 'finish', tries: 1, waitedMs: 0, durationMs };
    expect(rig.reports).toEqual([
      { route: 'accessToken', status: 200, ...sentOnce },
      { route: 'deleteCart', status: 204, ...sentOnce },
    ]);
  });
});
