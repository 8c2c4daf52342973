import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import proxyaddr from 'proxy-addr';

import type { Caller } from '../../partner-api/model/caller';

export interface CallerSettings {
  /** Proxies (addresses or CIDR ranges) whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[];
  /** Whether clients may make every call poll, by `X-TM-FORCE-POLLING: true`. */
  readonly forcePollingAllowed: boolean;
}

/** What upstream is sent for a user whose socket has no address. */
const NO_ADDRESS = '0.0.0.0';

/**
 * Returns a function that reads from a request on whose behalf upstream is called. The user's address is that of the
 * socket, or the one that a trusted proxy forwards: no client can forge it (law 9). Only `X-Forwarded-For` is read: a
 * second header, such as `Forwarded`, could have been written by the proxy or by the client.
 */
export function callerReader(settings: CallerSettings): (request: IncomingMessage) => Caller {
  const ipOf = ipReader(settings);
  return (request) => {
    const userAgent = headerText(request.headers['user-agent'], 512);
    const userId = headerText(request.headers['original-user-id'], 128);
    const forcePolling = settings.forcePollingAllowed && isTrue(request.headers['x-tm-force-polling']);
    return {
      ip: ipOf(request),
      ...(userAgent !== undefined && { userAgent }),
      ...(userId !== undefined && { userId }),
      ...(forcePolling && { forcePolling }),
    };
  };
}

const isTrue = (value: string | string[] | undefined): boolean => String(value).toLowerCase() === 'true';

/** Returns a function that reads the user's address from a request, as `callerReader` does. */
export function ipReader({ trustedProxies }: CallerSettings): (request: IncomingMessage) => string {
  const trusts = proxyaddr.compile([...trustedProxies]);
  return (request) => {
    const forwardedFor = request.headers['x-forwarded-for'];
    const own = plainAddress(request.socket.remoteAddress) ?? NO_ADDRESS;
    if (typeof forwardedFor !== 'string') return own;
    request.headers['x-forwarded-for'] = withoutPorts(forwardedFor);
    return plainAddress(proxyaddr(request, trusts)) ?? own;
  };
}

/** A list of addresses without the ports that some proxies write: `203.0.113.7:4711`, `[2001:db8::7]:4711`. */
const withoutPorts = (list: string): string =>
  list
    .split(',')
    .map((entry) => entry.trim().replace(/^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/, '$1$2'))
    .join(', ');

/** The latest addresses in plain form: users and proxies call again. */
const plainAddresses = new LRUCache<string, string>({ max: 1000 });

/** An address without its zone, an IPv4-mapped one as IPv4; undefined for other text. */
function plainAddress(text = ''): string | undefined {
  const known = plainAddresses.get(text);
  if (known !== undefined) return known;
  const bare = text.split('%')[0] ?? '';
  // Stricter than ipaddr.js, which also reads octal, hexadecimal and shortened forms.
  if (isIP(bare) === 0) return undefined;
  const plain = ipaddr.process(bare).toString();
  plainAddresses.set(text, plain);
  return plain;
}

/** The value of a header that may be forwarded: printable, and not too long. */
const headerText = (value: string | string[] | undefined, longest: number): string | undefined =>
  typeof value === 'string' && value.length <= longest && /^[\x20-\x7e]+$/.test(value) ? value : undefined;
