import type { Handled } from './refusal';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

/** A path of this server, and what answers requests for it. */
export interface Route {
  readonly path: RegExp;
  /** Whether the route applies; by default to every request for its path. */
  readonly applies?: (request: HttpRequest, url: URL) => boolean;
  /** @param parts what the groups of `path` matched. */
  readonly handle: (
    request: HttpRequest,
    response: HttpResponse,
    parts: readonly string[],
    url: URL,
  ) => Handled;
}

/** A route that was found for a request. */
export type Found = (request: HttpRequest, response: HttpResponse) => Handled;

/**
 * Returns a function that finds the route of a request; null: there is none.
 *
 * @param prefix the path below which clients reach this server, such as `/tickets`, or empty. A proxy may have removed it
 *   from the address or not, so each path is looked up without it first.
 */
export const router =
  (routes: readonly Route[], prefix: string) =>
  (request: HttpRequest): Found | null => {
    const url = urlOf(request.url ?? '');
    if (!url) return null;
    const { pathname } = url;
    const below = prefix !== '' && pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : null;
    return (below !== null && find(routes, request, below, url)) || find(routes, request, pathname, url);
  };

function find(routes: readonly Route[], request: HttpRequest, pathname: string, url: URL): Found | null {
  for (const { path, applies, handle } of routes) {
    const match = path.exec(pathname);
    if (!match || (applies && !applies(request, url))) continue;
    const parts = match.slice(1).map((part: string | undefined) => part ?? '');
    return (found, response) => handle(found, response, parts, url);
  }
  return null;
}

/** The address that a request names; null for none, and for one that names another host in disguise (`/\\elsewhere`). */
function urlOf(named: string): URL | null {
  const url = URL.canParse(named, 'http://gateway') ? new URL(named, 'http://gateway') : null;
  return url && named.startsWith('/') && url.host !== 'gateway' ? null : url;
}
