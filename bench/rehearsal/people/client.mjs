import { createClient } from 'graphql-sse';
import { Pool } from 'undici';

import { POLL, PROGRESS } from './operations.mjs';

/**
 * Calls the gateway at `url` for many people, each with an address of their own.
 *
 * Each has connections of their own, as each has a browser: with shared ones, a caller who finds one free would pass those who
 * still open theirs.
 *
 * @param connections how many they share, as behind a proxy; null: none.
 */
export function openClient(url, { connections = null } = {}) {
  const shared = connections === null ? null : new Pool(url, { connections });
  const own = new Map();
  const poolOf = (address) => {
    if (shared) return shared;
    if (!own.has(address)) own.set(address, new Pool(url));
    return own.get(address);
  };
  const forwarded = (address) => ({ 'x-forwarded-for': address });

  /**
   * Sends an operation. Resolves to `result`, null if there is none, and `errors`. Aborting `signal` drops the
   * connection.
   */
  async function ask(address, query, variables, signal) {
    const answer = await poolOf(address).request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...forwarded(address) },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    const { data, errors = [] } = await answer.body.json();
    return { result: data?.result ?? null, errors };
  }

  return {
    ask,
    poll: (address, token, signal) => ask(address, POLL, { token }, signal),
    /**
     * Watches an operation by its stream. Calls `onResult` with each result; resolves to the last one. Aborting `signal`
     * drops the connection.
     */
    async watch(address, token, onResult, signal) {
      const client = createClient({
        url: `${url}/graphql/stream`,
        headers: forwarded(address),
        retryAttempts: 0,
      });
      const stop = () => client.dispose();
      signal.addEventListener('abort', stop, { once: true });
      let last = null;
      try {
        for await (const { data, errors = [] } of client.iterate({ query: PROGRESS, variables: { token } })) {
          last = { result: data?.result ?? null, errors };
          onResult(last);
        }
      } finally {
        signal.removeEventListener('abort', stop);
        client.dispose();
      }
      signal.throwIfAborted();
      return last;
    },
    /** Sends the beacon of a page that is closed. */
    async beacon(address, releaseUrl) {
      const { pathname } = new URL(releaseUrl);
      const answer = await poolOf(address).request({
        method: 'POST',
        path: pathname,
        headers: forwarded(address),
      });
      await answer.body.dump();
    },
    close: () => Promise.all([shared, ...own.values()].map((pool) => pool?.close())),
  };
}
