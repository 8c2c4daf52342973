import { PostgresStore } from '../../../src/storage/postgres/postgres-store';
import {
  type Pooler,
  type PostgresServer,
  query,
  startPgBouncer,
  startPostgres,
} from '../../support/programs/postgres';
import { describeStore } from '../store-contract';

let server: PostgresServer;
let pooler: Pooler;
let database: string;
beforeAll(async () => {
  server = await startPostgres();
  pooler = await startPgBouncer(server);
  database = await server.newDatabase();
});
afterAll(async () => {
  await pooler.stop();
  await server.stop();
});

/** A write takes as long as twenty to the embedded ledger. */
const MANY = 2000;
/** The contract writes all of them at once, which no process in earnest does. */
const PATIENT = { connections: 8, waitMs: 100_000, mostWaiting: Infinity };

/** A store in the database at `url`, emptied. */
async function openEmpty(url: string): Promise<PostgresStore> {
  await query(database, 'DROP SCHEMA IF EXISTS stagedoor CASCADE');
  return PostgresStore.open({ url, ...PATIENT });
}

describeStore('the store in PostgreSQL', () => openEmpty(database), MANY);

describeStore(
  'the store behind PgBouncer in transaction mode',
  () => openEmpty(pooler.through(database)),
  MANY,
);
