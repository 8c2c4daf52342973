import { type PostgresServer, startPostgres } from './postgres';

/** What the tests of a file share. */
export interface Databases {
  readonly server: PostgresServer;
  /** The address of the database of this test. */
  readonly url: string;
  /** Has something closed after this test: what was opened last, first. */
  readonly closeLater: (close: () => Promise<void>) => void;
}

/** Starts a PostgreSQL for the tests of this file, with a new database for each of them. */
export function usePostgres(): Databases {
  let server: PostgresServer;
  let url: string;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    url = await server.newDatabase();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  afterAll(() => server.stop());
  return {
    get server() {
      return server;
    },
    get url() {
      return url;
    },
    closeLater: (close) => void closing.push(close),
  };
}
