import { Readable, pipeline } from 'node:stream';

import { UpstreamNonsense, UpstreamTimeout, UpstreamUnavailable } from '../../../src/partner-api/errors';
import { CALLER, CART, EVENT_ID, ONE_TICKET, type Rig, failure, openRig, untilTrue } from '../rig';
import { type Script, drip, granted, hang, html, json, plain, reset, truncated } from '../upstream';

const TIMEOUT_MS = 5_000;
const MB = 1024 * 1024;

let rig: Rig;
beforeEach(async () => {
  rig = await openRig({ timeoutMs: TIMEOUT_MS });
});
afterEach(() => rig.close());

const read = () => rig.api.event(EVENT_ID, CALLER);
const reserve = () => rig.api.reserve(ONE_TICKET, undefined, null, CALLER);
const deleteCart = () => rig.api.deleteCart(CART, CALLER);

describe('a connection that fails', () => {
  it('R-WEATHER-1: where nobody listens, nothing can have been done', async () => {
    await rig.upstream.close();
    const error = await failure(reserve());
    expect(error).toBeInstanceOf(UpstreamUnavailable);
    expect(error).toMatchObject({ mayHaveActed: false, retryable: true });
  });

  it('R-WEATHER-1: where nobody listens any more, although there is a token, nothing can have been done', async () => {
    const grant = granted();
    rig.upstream.answersToken((res, seen) => grant(res.setHeader('connection', 'close'), seen));
    rig.upstream.answers(json({ event: {} }, 200, { connection: 'close' }));
    await read();
    await rig.upstream.close();
    expect(await failure(reserve())).toMatchObject({ mayHaveActed: false });
    expect(rig.upstream.tokenCalls).toHaveLength(1);
  });

  it.each([
    ['reserve', reserve],
    ['delete', deleteCart],
  ])(
    'R-WEATHER-2: one that breaks before the answer leaves open whether the %s was done',
    async (_, call) => {
      rig.upstream.answers(reset);
      const error = await failure(call());
      expect(error).toBeInstanceOf(UpstreamUnavailable);
      expect(error).toMatchObject({ mayHaveActed: true, retryable: true });
    },
  );

  it('R-WEATHER-2: one that breaks within the answer does so, too', async () => {
    rig.upstream.answers(truncated);
    const error = await failure(reserve());
    expect(error).toBeInstanceOf(UpstreamUnavailable);
    expect(error.mayHaveActed).toBe(true);
  });
});

describe('an answer that does not come', () => {
  /** Expects `reserve`, sent as the call of this number, to fail when its time is over. */
  async function expectTimeout(calls = 1): Promise<void> {
    const failing = failure(reserve());
    await untilTrue(() => rig.upstream.calls.length === calls);
    rig.clock.advance(TIMEOUT_MS);
    const error = await failing;
    expect(error).toBeInstanceOf(UpstreamTimeout);
    expect(error).toMatchObject({ mayHaveActed: true, retryable: true });
  }

  it.each([
    ['at all', hang],
    ['to an end', drip],
  ])('R-WEATHER-3: %s is given up when the time is over', async (_, script) => {
    rig.upstream.answers(script);
    await expectTimeout();
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it('R-WEATHER-3: the fetch of a token counts towards the time of the call', async () => {
    const grant = granted();
    rig.upstream.answersToken((res, seen) => {
      rig.clock.advance(0.7 * TIMEOUT_MS);
      grant(res, seen);
    });
    rig.upstream.answers(() => rig.clock.advance(0.3 * TIMEOUT_MS));
    expect(await failure(reserve())).toBeInstanceOf(UpstreamTimeout);
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it('R-WEATHER-3: the next call is none the worse for it', async () => {
    rig.upstream.answers(hang, drip, json({ cart: {} }));
    await expectTimeout(1);
    await expectTimeout(2);
    expect(await reserve()).toMatchObject({ kind: 'cart' });
  });
});

describe('an answer that makes no sense', () => {
  const NONSENSE: [string, Script][] = [
    ['nothing', plain('')],
    ['a page', html(200)],
    ['half of some JSON', plain('{"event": {"name": "Seattle')],
    ['null', plain('null')],
    ['a list', plain('[]')],
    ['a text', plain('"event"')],
    ['an empty object', plain('{}')],
    ['an event that is null', json({ event: null, cart: null })],
    ['an event that is a list', json({ event: [], cart: [] })],
    ['bytes that are no text', plain('\u0000\ufffd')],
    ['204', plain('', 204)],
    ['201 with something else', json({ ok: true }, 201)],
  ];

  it.each(NONSENSE)('R-WEATHER-4: %s instead of an event is nonsense', async (_, script) => {
    rig.upstream.answers(script);
    expect(await failure(read())).toBeInstanceOf(UpstreamNonsense);
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it.each(NONSENSE)(
    'R-WEATHER-4: %s instead of a cart leaves open whether there is one',
    async (_, script) => {
      rig.upstream.answers(script);
      const error = await failure(reserve());
      expect(error).toBeInstanceOf(UpstreamNonsense);
      expect(error).toMatchObject({ mayHaveActed: true, retryable: true });
      expect(rig.upstream.calls).toHaveLength(1);
    },
  );

  it.each(NONSENSE)('R-WEATHER-4: %s instead of a polling address is nonsense', async (_, script) => {
    rig.upstream.answers((res, seen) => {
      res.statusCode = 202;
      const writeHead = res.writeHead.bind(res);
      res.writeHead = () => writeHead(202);
      script(res, seen);
    });
    expect(await failure(deleteCart())).toBeInstanceOf(UpstreamNonsense);
  });

  it.each(NONSENSE)('R-WEATHER-4: %s instead of a cart session is nonsense', async (_, script) => {
    rig.upstream.answers(script);
    expect(await failure(rig.api.openCart('captcha-token', CALLER))).toBeInstanceOf(UpstreamNonsense);
  });

  it.each([
    ['a page', html(200)],
    ['an error', json({ error: { code: 20001, message: 'down' } })],
  ])('L4: %s with status 200 does not prove that a cart was deleted', async (_, script) => {
    rig.upstream.answers(script);
    expect(await failure(deleteCart())).toMatchObject({ mayHaveActed: true, retryable: true });
  });

  it.each([
    ['nothing', plain('')],
    ['an object', json({})],
    ['204', plain('', 204)],
  ])('L4: %s does', async (_, script) => {
    rig.upstream.answers(script);
    expect(await deleteCart()).toEqual({ kind: 'deleted' });
  });

  it('R-WEATHER-4: a captcha without a site key is nonsense', async () => {
    rig.upstream.answers(html(200));
    expect(await failure(rig.api.captcha(null, CALLER))).toBeInstanceOf(UpstreamNonsense);
  });
});

describe('L10: an answer that is too large', () => {
  const LIMIT_BYTES = 8 * MB;
  const bodyOf = (bytes: number) => plain('{"event":{}}'.padEnd(bytes));

  it('is refused from one byte over eight megabytes', async () => {
    rig.upstream.answers(bodyOf(LIMIT_BYTES), bodyOf(LIMIT_BYTES + 1));
    expect(await read()).not.toBeNull();
    expect(await failure(read())).toBeInstanceOf(UpstreamNonsense);
  });

  it('is not read to its end: the connection is closed', async () => {
    const closed = new Promise<void>((resolve) => {
      rig.upstream.answers((res) => {
        res.writeHead(200, { 'content-type': 'application/json' });
        pipeline(Readable.from(endless(Buffer.alloc(MB, ' '))), res, () => resolve());
      });
    });
    const error = await failure(reserve());
    expect(error).toBeInstanceOf(UpstreamNonsense);
    expect(error.mayHaveActed).toBe(true);
    await closed;
  });
});

function* endless<Piece>(piece: Piece): Generator<Piece> {
  for (;;) yield piece;
}
