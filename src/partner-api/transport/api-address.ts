import type { ApiRequest } from './api-request';

/** Where the API key goes. What has `keyInQuery` has it in the query in any case. */
export type KeyPlace = 'query' | 'header';

/** The API key in a query. */
const KEY = /(?<=[?&])apikey=[^&]*/;

/** The address of the Partner API, and what is below it. */
export class ApiAddress {
  readonly #base: URL;
  readonly #basePath: string;
  readonly #keyParameter: string;
  /** The headers of every request to the API. */
  readonly keyHeaders: Readonly<Record<string, string>>;

  /** @param baseUrl e.g. `https://app.ticketmaster.com/partners/v1`. */
  constructor(
    baseUrl: string,
    apiKey: string,
    private readonly keyPlace: KeyPlace,
  ) {
    this.#base = new URL(baseUrl.replace(/\/+$/, ''));
    this.#basePath = this.#base.pathname.replace(/\/$/, '');
    this.keyHeaders = keyPlace === 'header' ? { 'x-api-key': apiKey } : {};
    this.#keyParameter = new URLSearchParams({ apikey: apiKey }).toString();
  }

  get origin(): string {
    return this.#base.origin;
  }

  /**
   * The path of a request on this origin, with its query, and with the API key where that goes there. A polling address mostly has the key that it was
   * requested with; the present key takes its place, since that one may have been revoked meanwhile.
   */
  target({ path, query, keyInQuery = this.keyPlace === 'query' }: ApiRequest): string {
    const hasQuery = path.includes('?');
    if (hasQuery && new URLSearchParams(path.slice(path.indexOf('?'))).has('apikey'))
      return this.#basePath + path.replace(KEY, () => this.#keyParameter);
    const more = [
      ...(query ? [new URLSearchParams(query).toString()] : []),
      ...(keyInQuery ? [this.#keyParameter] : []),
    ].join('&');
    return this.#basePath + path + (more === '' ? '' : `${hasQuery ? '&' : '?'}${more}`);
  }

  /** The path and query of `url` below the base path; null where it leads to another origin or out of the base path. */
  pathWithin(url: string): string | null {
    const parsed = URL.canParse(url, this.#base.href) ? new URL(url, this.#base.href) : null;
    const below = `${this.#basePath}/`;
    if (parsed?.origin !== this.#base.origin || !parsed.pathname.startsWith(below)) return null;
    if (parsed.username !== '' || parsed.password !== '') return null;
    // A server that decodes an encoded slash may take it for a step upwards.
    if (/%2f|%5c/i.test(parsed.pathname)) return null;
    // The query stays as it is: parsing and writing it again would turn a bare "+" into a space.
    return parsed.pathname.slice(below.length - 1) + parsed.search;
  }
}
