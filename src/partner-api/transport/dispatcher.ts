import { type Dispatcher, Pool, ProxyAgent } from 'undici';

/** The largest response that is read, about twenty times the largest event that has been seen. */
const MAX_RESPONSE_BYTES = 8 * 1024 * 1024;

export interface DispatcherSettings {
  /** Sockets to upstream, and so the number of requests that are sent at once. */
  readonly connections: number;
  /** The longest time that making a connection takes. A call's own deadline mostly ends earlier. */
  readonly timeoutMs: number;
  /** The HTTP proxy that calls go through, with user and password if it requires them. Null: they go directly. */
  readonly proxyUrl?: string | null;
}

/** The sockets to upstream at `origin`. */
export function dispatcherFor(
  origin: string,
  { connections, timeoutMs, proxyUrl }: DispatcherSettings,
): Dispatcher {
  const options = {
    connections,
    maxResponseSize: MAX_RESPONSE_BYTES,
    // Every call has its deadline.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const connect = { timeout: timeoutMs };
  return proxyUrl === null || proxyUrl === undefined
    ? new Pool(origin, { ...options, connect })
    : new ProxyAgent({
        ...options,
        ...proxyAccess(proxyUrl),
        requestTls: connect,
        proxyTls: connect,
        clientFactory: (proxy, poolOptions) => new ProxyPool(proxy, poolOptions),
      });
}

/**
 * The sockets to the proxy. Where the proxy closes one instead of making a connection, undici takes that for an idle
 * socket that broke, and connects again without end. An error that it does not know fails the request.
 */
class ProxyPool extends Pool {
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const onError = handler.onError?.bind(handler);
    if (onError) handler.onError = (cause) => onError(new Error('The proxy made no connection.', { cause }));
    return super.dispatch(options, handler);
  }
}

/** The proxy's address, and its credentials as a header: undici itself ignores a user without a password. */
function proxyAccess(proxyUrl: string): { uri: string; token?: string } {
  const { username, password, href } = new URL(proxyUrl);
  if (username === '') return { uri: href };
  const user = `${decoded(username)}:${decoded(password)}`;
  return { uri: href, token: `Basic ${Buffer.from(user).toString('base64')}` };
}

/** Text of an address, decoded; as it stands where a `%` in it begins no code, as in `100%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
