import { EDITIONS, type EditionName } from '../partner-api/editions/editions';
import { SettingsError } from './error';

/** Where the Partner API is, and the credentials to call it with. */
export interface Upstream {
  readonly url: string;
  readonly apiKey: string;
  /** Null: the account has none, and needs no access token. */
  readonly apiSecret: string | null;
}

interface Given {
  readonly PARTNER_API_EDITION: EditionName;
  readonly PARTNER_API_URL?: string | undefined;
  readonly PARTNER_API_KEY?: string | undefined;
  readonly PARTNER_API_SECRET?: string | undefined;
}

/**
 * The upstream that the settings name; null if they name none.
 *
 * @throws SettingsError if only a part is set, or the address is unusable. "All connections must be made over SSL using
 *   https."
 */
export function upstreamIn({
  PARTNER_API_EDITION: edition,
  PARTNER_API_URL: url,
  PARTNER_API_KEY: apiKey,
  PARTNER_API_SECRET: apiSecret,
}: Given): Upstream | null {
  if (url === undefined && apiKey === undefined && apiSecret === undefined) return null;
  const lacksSecret = apiSecret === undefined && EDITIONS[edition].needsSecret;
  if (url === undefined || apiKey === undefined || lacksSecret) {
    throw new SettingsError(
      'PARTNER_API_URL, PARTNER_API_KEY and PARTNER_API_SECRET go together: set all three to call the Partner API, ' +
        'or none to start the sandbox. Only with PARTNER_API_EDITION=2018 may the secret be left out.',
    );
  }
  if (!URL.canParse(url)) {
    throw new SettingsError(
      'PARTNER_API_URL cannot be used: give the whole address, such as https://app.ticketmaster.com/partners/v1.',
    );
  }
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && isThisMachine(hostname))) {
    throw new SettingsError(
      'PARTNER_API_URL has to begin with https://: the manual requires TLS. Only an address of this machine may do ' +
        'without.',
    );
  }
  if (username !== '' || password !== '' || search !== '' || hash !== '') {
    throw new SettingsError('PARTNER_API_URL is only the base address: leave out user, query and fragment.');
  }
  return { url, apiKey, apiSecret: apiSecret ?? null };
}

/** Whether a URL's host names this machine itself. */
export const isThisMachine = (hostname: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
