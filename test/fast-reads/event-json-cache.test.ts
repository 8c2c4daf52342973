import { getOperationAST, parse } from 'graphql';

import { EventCatalogue } from '../../src/events/catalogue';
import { EventLoader } from '../../src/events/loader';
import { Validity } from '../../src/events/validity';
import type { Context } from '../../src/graphql/context';
import { Summary } from '../../src/graphql/summary';
import { KnownReads } from '../../src/fast-reads/known-reads';
import { buildSchema } from '../../src/graphql/schema';
import { PartnerApi } from '../../src/partner-api/partner-api';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { Stop } from '../../src/stop';
import { show, showId } from '../events/shows';
import { FakeClock } from '../support/fake-clock';

const MAX_BYTES = 32 * 1024;
const QUERY = 'query Name($id: EventID!) { event(id: $id) { name } }';

describe('the cached JSON of single events', () => {
  const clock = new FakeClock();
  let sandbox: Sandbox;
  let api: PartnerApi;
  let catalogue: EventCatalogue;
  let reads: KnownReads;

  const open = async (names: readonly string[]) => {
    const events = names.map((name, index) => show(showId('P', index), { name }));
    sandbox = await startSandbox({ clock, events });
    const { url: baseUrl, apiKey, apiSecret } = sandbox;
    api = new PartnerApi(
      {
        edition: '2015',
        baseUrl,
        apiKey,
        apiSecret,
        timeoutMs: 5000,
        connections: 4,
        maxWaiting: 100,
        callsPerSecond: Infinity,
        callsPerDay: null,
      },
      clock,
    );
    const minute = 60_000;
    catalogue = new EventCatalogue(
      api,
      { maxEvents: 100, ttlMs: minute, staleWhileRevalidateMs: 0, staleIfErrorMs: 0, unknownTtlMs: minute },
      clock,
    );
    reads = new KnownReads(buildSchema(), readSettings({}).limits, MAX_BYTES);
    const document = parse(QUERY);
    const operation = getOperationAST(document);
    expect(operation && reads.learn({ query: QUERY }, document, operation)).toBe(true);
  };
  afterEach(async () => {
    await api.close();
    await sandbox.close();
  });

  /** Asks for the names of the events, one request each; resolves to the numbers of those whose name was looked at. */
  async function ask(numbers: readonly number[], names: readonly string[]): Promise<number[]> {
    const lookedAt: number[] = [];
    for (const number of numbers) {
      const id = showId('P', number);
      const caller = { ip: '127.0.0.1' };
      const event = await catalogue.find(id, caller);
      const name = names[number] ?? '';
      const get = (): string => {
        lookedAt.push(number);
        return name;
      };
      Object.defineProperty(event, 'name', { get, configurable: true });
      const validity = new Validity();
      const signal = new Stop();
      const events = new EventLoader(catalogue, { caller, signal }, validity);
      const context: Partial<Context> = {
        events,
        validity,
        signal,
        summary: new Summary(),
        wallClock: clock,
        throttledForSeconds: null,
      };
      const reply = await reads.execute({ query: QUERY }, { id }, context as Context);
      expect(reply).toBe(`${JSON.stringify({ data: { event: { name } } })}\n`);
    }
    return lookedAt;
  }

  it('takes no more memory than it may, and the latest stays', async () => {
    const names = Array.from({ length: 40 }, (_, number) => String(number).padStart(1000, 'x'));
    await open(names);
    const numbers = [...names.keys()];
    expect(await ask(numbers, names)).toEqual(numbers);
    const again = await ask([...numbers].reverse(), names);
    const ready = names.length - again.length;
    expect(ready).toBeGreaterThan(5);
    expect(ready * 1000).toBeLessThan(MAX_BYTES);
    expect(again).toEqual([...numbers].reverse().slice(ready));
  });

  it('is not so large that it would evict all others', async () => {
    const names = ['x'.repeat(MAX_BYTES / 8)];
    await open(names);
    for (let time = 0; time < 3; time++) expect(await ask([0], names)).toEqual([0]);
  });
});
