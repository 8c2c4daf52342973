import { SettingsError } from './error';
import { isThisMachine } from './upstream-address';

/**
 * The address of the proxy that calls to `upstreamUrl` go through; null: they go directly. An upstream on this machine
 * is always called directly. The environment is not checked any further than it is used: other programs share it.
 *
 * @param httpsProxy as curl takes it: an address, of which the scheme may be missing.
 * @param noProxy hosts, with commas or spaces between, each also for its subdomains and possibly with a port; or `*`.
 * @throws SettingsError without the address, which may hold a password.
 */
export function proxyFor(
  upstreamUrl: string,
  httpsProxy: string | undefined,
  noProxy: string,
): string | null {
  const { protocol, hostname, port } = new URL(upstreamUrl);
  if (httpsProxy === undefined || protocol !== 'https:' || isThisMachine(hostname)) return null;
  if (isExempt(hostname, port || '443', noProxy)) return null;
  const address = httpsProxy.includes('://') ? httpsProxy : `http://${httpsProxy}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new SettingsError(
      'HTTPS_PROXY cannot be used: give the address of an HTTP proxy, such as http://proxy.example:3128.',
    );
  }
  return address;
}

/**
 * What operators should know at start about proxies and calls to the Partner API; null: nothing.
 *
 * @param env the environment, where a proxy may be named that does not apply.
 */
export function proxyNotice(
  {
    upstream,
    proxyUrl,
  }: { readonly upstream: { readonly url: string } | null; readonly proxyUrl: string | null },
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  if (proxyUrl !== null) return `Calls to the Partner API go through the proxy ${new URL(proxyUrl).host}.`;
  if (!upstream || isThisMachine(new URL(upstream.url).hostname)) return null;
  const unused = ['HTTP_PROXY', 'ALL_PROXY'].find((name) => env[name] || env[name.toLowerCase()]);
  if (unused === undefined || env['HTTPS_PROXY'] || env['https_proxy']) return null;
  return `${unused} is not used: the Partner API is called by TLS. Set HTTPS_PROXY to call it through a proxy.`;
}

const isExempt = (hostname: string, port: string, noProxy: string): boolean =>
  noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true;
      const [, host = entry, ofPort] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (ofPort !== undefined && ofPort !== port) return false;
      const name = host.replace(/^\*?\./, '');
      return hostname === name || hostname.endsWith(`.${name}`);
    });
