import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { UpstreamNonsense, UpstreamTimeout, UpstreamUnavailable } from '../../src/partner-api/errors';
import { CALLER, EVENT_ID, ONE_TICKET, type Rig, failure, openRig } from './rig';
import { type Script, drip, granted, hang, html, json, plain, reset, truncated } from './upstream';

/** Short, since it is waited for; long enough for a call that is answered. */
const TIMEOUT_MS = 500;
const MB = 1024 * 1024;

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const read = () => rig.api.event(EVENT_ID, CALLER);
const reserve = () => rig.api.reserve(ONE_TICKET, undefined, null, CALLER);
const deleteCart = () => rig.api.deleteCart('cart', CALLER);

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
  beforeEach(async () => {
    await rig.close();
    rig = await openRig({ timeoutMs: TIMEOUT_MS });
  });

  it.each([
    ['at all', hang],
    ['to an end', drip],
  ])('R-WEATHER-3: %s is given up when the time is over', async (_, script) => {
    rig.upstream.answers(script);
    const startedAt = performance.now();
    const error = await failure(reserve());
    expect(error).toBeInstanceOf(UpstreamTimeout);
    expect(error).toMatchObject({ mayHaveActed: true, retryable: true });
    expect(performance.now() - startedAt).toBeLessThan(5 * TIMEOUT_MS);
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it('R-WEATHER-3: the fetch of a token counts towards the time of the call', async () => {
    const late = (script: Script): Script => {
      return (res, seen) => void setTimeout(() => script(res, seen), 0.7 * TIMEOUT_MS);
    };
    rig.upstream.answersToken(late(granted()));
    rig.upstream.answers(late(json({ cart: {} })));
    expect(await failure(reserve())).toBeInstanceOf(UpstreamTimeout);
    expect(rig.upstream.calls).toHaveLength(1);
  });

  it('R-WEATHER-3: the next call is none the worse for it', async () => {
    rig.upstream.answers(hang, drip, json({ cart: {} }));
    await failure(reserve());
    await failure(reserve());
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

  it('R-WEATHER-4: a captcha without a site key is nonsense', async () => {
    rig.upstream.answers(html(200));
    expect(await failure(rig.api.captcha(CALLER))).toBeInstanceOf(UpstreamNonsense);
  });
});

describe('an answer without an end', () => {
  it('L10: thirty megabytes are nonsense, of which no more than eight are taken and none are kept', async () => {
    let sentBytes = 0;
    rig.upstream.answers((res) => {
      const { socket } = res;
      res.once('close', () => (sentBytes += socket?.bytesWritten ?? 0));
      res.writeHead(200, { 'content-type': 'application/json' });
      const page = Buffer.alloc(MB, ' ');
      let left = 30;
      const more = () => (left-- > 0 ? void res.write(page, more) : void res.end('{}'));
      more();
    });
    const takeAll = async () => {
      const error = await failure(reserve());
      expect(error).toBeInstanceOf(UpstreamNonsense);
      expect(error.mayHaveActed).toBe(true);
    };
    await takeAll();
    const before = memoryInUse();
    for (let round = 0; round < 5; round++) await takeAll();
    // Eight megabytes and whatever was in the buffers of the sockets.
    expect(sentBytes / 6).toBeLessThan(24 * MB);
    // Were the pieces kept, it would be forty; the last of them may not have been let go yet.
    expect(memoryInUse() - before).toBeLessThan(20 * MB);
  });
});

/** Bytes in use once all that can be freed has been. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
