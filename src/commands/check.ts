import { readManifest } from '../http/endpoints/manifest';
import { checkLocaleData } from '../locale-data';
import { print } from '../logger';
import {
  UpstreamError,
  UpstreamThrottled,
  UpstreamTimeout,
  UpstreamUnauthorized,
  UpstreamUnavailable,
} from '../partner-api/errors';
import { type Settings, readSettings } from '../settings';
import { DiskStore } from '../storage/disk-store';
import { examineDatabase } from '../storage/postgres/examine-database';
import { thisMachine } from '../time/machine';
import { SteadyClock } from '../time/steady-clock';
import { buildPartnerApi } from '../wiring';
import { complaint } from './complaint';
import { openFilesLimit, openFilesNotice } from './open-files';

/** An account without a secret has no token to request: any read shows whether its key is accepted, also of no event. */
const ANY_EVENT = '0000000000000000';

/** A part did not pass. The message is a sentence for the operator. */
class CheckFailed extends Error {}

/**
 * `stagedoor check`: tries what a gateway needs, prints the result of each part on a line, and serves nothing.
 *
 * @param env the environment of the process.
 * @returns whether every part passed.
 */
export async function check(env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  let settings: Settings | undefined;
  const isReadable = await passes('settings', () => {
    settings = readSettings(env);
    checkLocaleData();
    if (settings.PERSISTED_QUERIES !== undefined) readManifest(settings.PERSISTED_QUERIES);
    return 'can be used';
  });
  if (!isReadable || !settings) return false;
  const given = settings;
  for (const notice of noticesOf(given)) print(`notice    ${notice}`);
  const results = [
    await passes('ledger', () => tryLedger(given)),
    await passes('upstream', () => tryUpstream(given)),
  ];
  return results.every(Boolean);
}

/** Tries one part and prints its line. Returns whether it passed. */
async function passes(part: string, attempt: () => string | Promise<string>): Promise<boolean> {
  try {
    const outcome = await attempt();
    print(`ok        ${part}: ${outcome}`);
    return true;
  } catch (error) {
    const message = error instanceof CheckFailed ? error.message : complaint(error);
    for (const sentence of message.split('\n')) print(`FAILED    ${part}: ${sentence}`);
    return false;
  }
}

/** What is not wrong, but may not be meant. */
const noticesOf = (settings: Settings): string[] =>
  [
    settings.TRUSTED_PROXIES.length === 0
      ? 'TRUSTED_PROXIES is not set: behind a proxy all shoppers would seem to have its address.'
      : null,
    settings.isProduction && settings.upstream === null
      ? 'NODE_ENV is production, but no partner credentials are set: the sandbox sells no real tickets.'
      : null,
    openFilesNotice(settings, openFilesLimit()),
  ].filter((notice) => notice !== null);

/** Tries the ledger where it is. Throws StoreUnusable and StoreFailed. */
const tryLedger = ({ DATABASE_URL: url, STATE_DIR: stateDir }: Settings): Promise<string> =>
  url === undefined ? tryFolder(stateDir) : tryDatabase(url);

/** Opens the ledger on disk, writes to it and closes it. */
async function tryFolder(stateDir: string): Promise<string> {
  const store = await DiskStore.open(stateDir);
  try {
    // A new ledger was just written to. In another one the mark is replaced by itself, which changes nothing.
    const mark = await store.readMark();
    if (mark !== undefined) await store.writeMark(mark);
  } finally {
    await store.close();
  }
  return `can be written in ${stateDir}`;
}

/** Connects to the ledger in PostgreSQL, and leaves its tables as they are: gateways may be using them. */
async function tryDatabase(url: string): Promise<string> {
  const { version, current } = await examineDatabase(url);
  if (version === null) return 'can be made in DATABASE_URL at start';
  const part = `can be written in DATABASE_URL; version ${version} of its tables`;
  if (version === current) return part;
  return version < current
    ? `${part}, which become version ${current} at start`
    : `${part}, of a newer release than this one (${current})`;
}

/** Requests an access token with the partner's credentials. Throws CheckFailed. */
async function tryUpstream(settings: Settings): Promise<string> {
  if (!settings.upstream) return 'no partner credentials are set, the sandbox will stand in';
  const clock = new SteadyClock(thisMachine, thisMachine.wallMs());
  const api = buildPartnerApi(settings, settings.upstream, clock, () => {});
  // The clock's own timers would let the process end while it waits for a turn.
  const awake = setInterval(() => {}, settings.UPSTREAM_TIMEOUT_MS);
  try {
    if (settings.upstream.apiSecret === null) {
      await api.event(ANY_EVENT, { ip: '127.0.0.1' });
      return 'the Partner API accepts the key';
    }
    // A turn is taken with a token alone. Nothing is called with it.
    await api.takeTurn('finish', 'check', { withinMs: settings.UPSTREAM_TIMEOUT_MS });
    return 'the Partner API has granted an access token';
  } catch (error) {
    throw new CheckFailed(whyNot(error, settings));
  } finally {
    clearInterval(awake);
    await api.close();
    clock.stop();
  }
}

function whyNot(error: unknown, settings: Settings): string {
  const { UPSTREAM_TIMEOUT_MS: timeoutMs, proxyUrl, upstream } = settings;
  const credentials =
    upstream?.apiSecret === null ? 'PARTNER_API_KEY' : 'PARTNER_API_KEY and PARTNER_API_SECRET';
  const names = proxyUrl === null ? 'PARTNER_API_URL' : 'PARTNER_API_URL and HTTPS_PROXY';
  if (error instanceof UpstreamUnauthorized) return `the Partner API does not accept ${credentials}.`;
  if (error instanceof UpstreamTimeout)
    return `the Partner API did not respond within ${timeoutMs} ms: check ${names} and the network.`;
  if (error instanceof UpstreamThrottled)
    return 'the Partner API answers no call now: the quota of the key is exhausted.';
  if (error instanceof UpstreamUnavailable)
    return `the Partner API cannot be reached, or answers no call: check ${names} and the network.`;
  return error instanceof UpstreamError ? error.message : complaint(error);
}
