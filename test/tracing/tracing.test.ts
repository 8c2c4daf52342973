import { startRecordingUpstream } from '../http/recording-upstream';
import { CREATE, FORCE_POLLING, TWO_TICKETS, askOne, follow } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { type Collector, type ReceivedSpan, openCollector } from './collector';

const EVENT = 'query Show($id: EventID!) { event(id: $id) { name } }';
const ID = '3F004CBB88958BF9';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE_ID}-b7ad6b7169203331-01`;

let collector: Collector;
beforeEach(async () => {
  collector = await openCollector();
});
afterEach(() => collector.close());

/** Plays with a traced gateway, and returns the spans that the collector has once it was closed. */
async function traced(
  play: (house: House) => Promise<void>,
  env: Record<string, string> = {},
): Promise<readonly ReceivedSpan[]> {
  const house = await openHouse({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env } });
  try {
    await play(house);
  } finally {
    await house.close();
  }
  return collector.spans;
}

const named = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan => {
  const found = spans.find((span) => span.name === name);
  if (!found) throw new Error(`There is no span ${name}, but ${spans.map((span) => span.name).join(', ')}.`);
  return found;
};

describe('traces', () => {
  it('have a request, its operation and its call to upstream, in the trace of the client', async () => {
    const spans = await traced(async ({ ask }) => {
      await ask(EVENT, { id: ID }, { traceparent: TRACEPARENT });
    });
    const request = named(spans, 'Show');
    expect(request).toMatchObject({ traceId: TRACE_ID, parentId: 'b7ad6b7169203331' });
    expect(request.attributes).toMatchObject({
      'graphql.operation.name': 'Show',
      'http.response.status_code': 200,
      'stagedoor.outcome': 'ok',
    });
    expect(named(spans, 'operation Show')).toMatchObject({ traceId: TRACE_ID, parentId: request.id });
    const call = named(spans, 'upstream event');
    expect(call).toMatchObject({ traceId: TRACE_ID, parentId: request.id });
    expect(call.attributes).toMatchObject({ 'http.response.status_code': 200, 'stagedoor.class': 'read' });
    expect(call.durationMs).toBeLessThanOrEqual(request.durationMs);
  });

  it('have a span of each step of the driver, with its calls', async () => {
    const spans = await traced(async (house) => {
      const pending = await askOne(house, CREATE, { input: TWO_TICKETS, wait: 0 }, FORCE_POLLING);
      await follow(house, pending);
    });
    for (const [step, call] of [
      ['step reserve', 'upstream reserve'],
      ['step poll', 'upstream poll'],
    ] as const) {
      expect(named(spans, call).parentId).toBe(named(spans, step).id);
    }
  });

  it('have the wait for the quota before the call', async () => {
    const spans = await traced(
      async (house) => {
        const reads = [0, 1, 2].map((number) => house.ask(EVENT, { id: `${number}`.padStart(16, '0') }));
        await house.clock.until(Promise.all(reads), 50);
      },
      { PARTNER_API_CALLS_PER_SECOND: '1' },
    );
    const wait = named(spans, 'wait for the quota');
    expect(wait.attributes).toEqual({ 'stagedoor.class': 'read' });
  });

  it('hold no secret and no value that a client sent', async () => {
    await traced(async (house) => {
      await house.ask(EVENT, { id: ID });
      const pending = await askOne(house, CREATE, { input: TWO_TICKETS, wait: 0 }, FORCE_POLLING);
      const { cart } = await follow(house, pending);
      expect(cart).toBeUndefined();
    });
    for (const secret of [
      ID,
      '000002040006',
      'sandbox-key',
      'sandbox-secret',
      'Bearer',
      '/polling/',
      '127.0.0.1',
    ])
      expect(collector.text()).not.toContain(secret);
  });

  it.each([
    ['by default', {}, undefined],
    [
      'where that is asked for',
      { TRACE_CONTEXT_TO_UPSTREAM: 'true' },
      expect.stringContaining(TRACE_ID) as string,
    ],
  ])('are named to upstream or not: %s', async (_, env, expected) => {
    const upstream = await startRecordingUpstream();
    const house = await openHouse({
      upstreamUrl: upstream.url,
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env },
    });
    await house.clock.until(house.ask(EVENT, { id: ID }, { traceparent: TRACEPARENT }));
    await house.close();
    expect(upstream.seen.map(({ traceparent }) => traceparent)).toEqual([expected]);
    await upstream.close();
  });

  it.each([
    ['nothing is set', {}],
    ['they are turned off', { OTEL_SDK_DISABLED: 'true' }],
  ])('are not made where %s', async (_, env) => {
    const url = Object.keys(env).length === 0 ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    const house = await openHouse({ env: { ...url, ...env } });
    await house.ask(EVENT, { id: ID });
    await house.close();
    expect(collector.spans).toEqual([]);
  });

  it('cost a request nothing where the collector is gone', async () => {
    const house = await openHouse({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' } });
    expect((await house.ask(EVENT, { id: ID })).data.event).toMatchObject({});
    await house.close();
  });
});
