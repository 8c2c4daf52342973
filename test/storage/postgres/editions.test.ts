import { pino } from 'pino';

import type { EditionName } from '../../../src/partner-api/editions/editions';
import { startGateway } from '../../../src/gateway';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { readSettings } from '../../../src/settings';
import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import { CREATE, DELETE, FORCE_POLLING, POLL, type Result, TWO_TICKETS } from '../../support/carts';
import { FakeClock } from '../../support/fake-clock';
import { ask } from '../../support/house';
import { type PostgresServer, startPostgres } from '../../support/programs/postgres';

const LEASE_MS = 60_000;
const EDITIONS: readonly EditionName[] = ['2015', '2018'];

/** A gateway of one edition with an upstream of that edition, on the database that all share. */
interface Place {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly close: () => Promise<void>;
}

let server: PostgresServer;
let clock: FakeClock;
let places: Place[];

beforeAll(async () => {
  server = await startPostgres();
});
beforeEach(async () => {
  const url = await server.newDatabase();
  clock = new FakeClock();
  places = [];
  for (const edition of EDITIONS) places.push(await open(url, edition));
});
afterEach(() => clock.until(Promise.all(places.map((place) => place.close()))));
afterAll(() => server.stop());

async function open(database: string, edition: EditionName): Promise<Place> {
  const sandbox = await startSandbox({ clock, edition, apiKey: `key-of-${edition}` });
  const store = await PostgresStore.open({ url: database, connections: 4, edition, wallMs: clock.wallMs });
  const settings = readSettings({
    PORT: '0',
    PARTNER_API_EDITION: edition,
    CART_LEASE_SECONDS: String(LEASE_MS / 1000),
  });
  const logger = pino({ level: 'silent' });
  const gateway = await startGateway(settings, sandbox, logger, { machine: clock, store });
  const close = async () => {
    await gateway.close();
    await sandbox.close();
  };
  return { url: gateway.url, sandbox, close };
}

/** Asks for the one field of `text`, and lets time pass until it is answered. */
async function one({ url }: Place, text: string, variables: Record<string, unknown>): Promise<Result> {
  const { data, errors } = await clock.until(ask(url, text, variables, FORCE_POLLING), 20);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as Record<string, Result>)[0];
}

describe('R-EDITION-3: gateways of two editions on one database', () => {
  it('poll, hold and give back their own carts only, as soon as they are due', async () => {
    const made = [];
    for (let round = 0; round < 5; round++) {
      for (const place of places)
        made.push({ place, cart: await one(place, CREATE, { input: TWO_TICKETS }) });
    }
    for (const { place, cart } of made) {
      const [other] = places.filter((each) => each !== place);
      if (!other) throw new Error('There is one gateway only.');
      const cartId = (cart.releaseUrl as string).split('/').at(-2);
      expect(await one(other, DELETE, { input: { cartId } })).toMatchObject({ code: 'CART_UNKNOWN' });
      const held = await one(place, POLL, { token: cart.token, wait: 25 });
      expect(held).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    }
    expect(places.map(({ sandbox }) => sandbox.report().openCarts)).toEqual([5, 5]);
    // No cart waits for the end of a claim of the other gateway, which would take a minute.
    const isOver = () => places.every(({ sandbox }) => sandbox.report().openCarts === 0);
    await clock.untilTrue(isOver, LEASE_MS + 30_000, 100);
    for (const { sandbox } of places) {
      expect(sandbox.report()).toMatchObject({ reserves: 5, deletes: 5, violationDetails: [] });
    }
  });
});
