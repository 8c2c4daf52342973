import { UpstreamNonsense } from '../errors';
import type { Polling } from '../model/cart';
import type { ApiAddress } from '../transport/api-address';
import type { ApiRequest } from '../transport/api-request';
import type { Received } from '../transport/exchange';
import { jsonOf } from '../wire/json';
import { readPolling } from '../wire/polling';

/** What a poll needs: the address that upstream gave, and the event's currency for the amounts of the result. */
export interface Poll {
  readonly pollingUrl: string;
  readonly currency: string | null;
}

/**
 * The polling addresses that upstream gives. One is followed "only where it stays on the API's own origin and base path":
 * any other would receive key and token.
 */
export class PollingAddresses {
  constructor(private readonly api: ApiAddress) {}

  /**
   * The request that polls an address.
   *
   * @throws UpstreamNonsense where the address may not be followed; nothing is sent.
   */
  request(pollingUrl: string): ApiRequest {
    const path = this.api.pathWithin(pollingUrl);
    if (path === null)
      throw new UpstreamNonsense('a polling address outside the API', { mayHaveActed: false });
    // Samples of later editions leave out the key, which their table of parameters requires.
    return { method: 'GET', path, keyInQuery: true };
  }

  /** Reads a 202. Its `url` is null where it may not be followed. */
  read(response: Received): Polling {
    const polling = readPolling(jsonOf(response));
    const mayFollow = polling.url !== null && this.api.pathWithin(polling.url) !== null;
    return mayFollow ? polling : { ...polling, url: null };
  }
}

/** Encodes a poll, whichever call it continues. */
export const pollRequest = ({ pollingUrl }: Poll, polling: PollingAddresses): ApiRequest =>
  polling.request(pollingUrl);
