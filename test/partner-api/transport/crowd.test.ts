import { UpstreamQueueFull, UpstreamTimeout } from '../../../src/partner-api/errors';
import { CALLER, EVENT_ID, ONE_TICKET, type Rig, failure, openRig } from '../rig';
import { hang, json } from '../upstream';

const event = json({ event: { name: 'Here' } });

let rig: Rig;
afterEach(() => rig.close());

const read = () => rig.api.event(EVENT_ID, CALLER);

/** Opens a rig whose upstream sends no response until the test releases it. */
async function openSlowRig(settings: Parameters<typeof openRig>[0]): Promise<() => void> {
  rig = await openRig(settings);
  let answerAll = (): void => {};
  const mayAnswer = new Promise<void>((resolve) => (answerAll = resolve));
  rig.upstream.answers((res, seen) => void mayAnswer.then(() => event(res, seen)));
  return answerAll;
}

/** Lets the sockets work until so many calls have come in, and a while longer for those that should not. */
async function untilCalls(count: number): Promise<void> {
  const turn = () => new Promise(setImmediate);
  while (rig.upstream.calls.length < count) await turn();
  for (let turns = 0; turns < 50; turns++) await turn();
}

describe('more calls than there may be', () => {
  it('L10: one too many fails at once, and the others get their answers', async () => {
    const answerAll = await openSlowRig({ connections: 1, maxWaiting: 2 });
    const served = [read()];
    await untilCalls(1);
    served.push(read(), read());
    await untilCalls(1);

    const error = await failure(rig.api.reserve(ONE_TICKET, undefined, null, CALLER));
    expect(error).toBeInstanceOf(UpstreamQueueFull);
    expect(error).toMatchObject({ mayHaveActed: false, retryable: true });

    answerAll();
    expect(await Promise.all(served)).toHaveLength(3);
    expect(rig.upstream.calls).toHaveLength(3);
    expect(await read()).toMatchObject({ name: 'Here' });
  });

  it('L10: no more than the allowed number of calls is under way at once', async () => {
    const answerAll = await openSlowRig({ connections: 3 });
    const served = Array.from({ length: 30 }, read);
    await untilCalls(3);
    expect(rig.upstream.calls).toHaveLength(3);
    answerAll();
    expect(await Promise.all(served)).toHaveLength(30);
  });

  it('the sockets in use are closed once a minute, after a response, so that a change of DNS is followed', async () => {
    const answerAll = await openSlowRig({ connections: 3 });
    const closing = () => rig.upstream.calls.map(({ headers }) => headers.connection === 'close');
    answerAll();
    await read();
    rig.clock.advance(59_999);
    await Promise.all([read(), read()]);
    expect(closing()).not.toContain(true);
    rig.clock.advance(1);
    for (let time = 0; time < 3; time++) await read();
    expect(closing().slice(3)).toEqual([true, false, false]);
    rig.clock.advance(60_000);
    await Promise.all([read(), read(), read()]);
    await read();
    expect(closing().slice(6)).toEqual([true, false, false, false]);
  });

  it('L10: a call that is called off while it waits for a socket ends then, and is never sent', async () => {
    rig = await openRig({ connections: 1, timeoutMs: 500 });
    rig.upstream.answers(hang, event);
    const hanging = failure(read());
    await untilCalls(1);
    const asker = new AbortController();
    const waiting = failure(rig.api.event(EVENT_ID, CALLER, asker.signal));
    asker.abort();
    const first = await Promise.race([waiting.then(() => 'waiting'), hanging.then(() => 'hanging')]);
    expect(first).toBe('waiting');
    expect(await waiting).toBeInstanceOf(UpstreamTimeout);
    rig.clock.advance(500);
    expect(await hanging).toBeInstanceOf(UpstreamTimeout);
    expect(await read()).toMatchObject({ name: 'Here' });
    expect(rig.upstream.calls).toHaveLength(2);
    // The one that was called off says nothing of upstream, and is not counted.
    const events = rig.reports.filter(({ route }) => route === 'event');
    expect(events.map(({ status }) => status)).toEqual([null, 200]);
  });

  it('a call that finds no room takes no turn', async () => {
    const answerAll = await openSlowRig({ connections: 1, maxWaiting: 0, callsPerDay: 1000 });
    const served = read();
    await untilCalls(1);
    const { usedToday } = rig.api.budget.report();
    expect(await failure(read())).toBeInstanceOf(UpstreamQueueFull);
    expect(rig.api.budget.report().usedToday).toBe(usedToday);
    answerAll();
    await served;
  });
});
