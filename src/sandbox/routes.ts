/** Everything that the API can be asked for; reports and faults go by these names. */
export const ROUTE_NAMES = [
  'token',
  'event',
  'captcha',
  'openCart',
  'reserve',
  'deleteCart',
  'poll',
  'shippingOptions',
  'setShipping',
  'certificate',
  'payment',
  'purchase',
  'order',
  'unredeemed',
  'events',
  'availability',
  'eventByCode',
] as const;

/** One of the API's calls. */
export type RouteName = (typeof ROUTE_NAMES)[number];

/** A call's place. In `path`, `{name}` stands for one segment and `{name*}` for one or more. */
export interface Route {
  name: RouteName;
  method: string;
  path: string;
}

/** Edition 2015 of the manual. `/events/{id}` is later spelling, which upstream takes as well. */
export const EDITION_2015: readonly Route[] = [
  { name: 'token', method: 'POST', path: '/oauth/accesstoken' },
  { name: 'event', method: 'GET', path: '/event/{event}' },
  { name: 'event', method: 'GET', path: '/events/{event}' },
  { name: 'captcha', method: 'GET', path: '/captcha' },
  { name: 'openCart', method: 'POST', path: '/cart' },
  { name: 'deleteCart', method: 'DELETE', path: '/cart' },
  { name: 'reserve', method: 'PUT', path: '/cart/tickets' },
  { name: 'shippingOptions', method: 'GET', path: '/events/{event}/cart/shipping' },
  { name: 'setShipping', method: 'PUT', path: '/events/{event}/cart/shipping' },
  { name: 'certificate', method: 'GET', path: '/certificate' },
  { name: 'payment', method: 'PUT', path: '/cart/payment' },
  { name: 'purchase', method: 'PUT', path: '/cart' },
  { name: 'order', method: 'GET', path: '/orders' },
  { name: 'unredeemed', method: 'GET', path: '/orders/unredeemed' },
  { name: 'events', method: 'GET', path: '/events' },
  { name: 'availability', method: 'GET', path: '/events/{event}/availability' },
  { name: 'eventByCode', method: 'GET', path: '/events/code/{code}/{host}' },
  { name: 'poll', method: 'GET', path: '/polling/{call*}/{operation}' },
];

/** A path looked up: its route and decoded parameters, the methods it would take, or nothing at all. */
export type Match =
  | { kind: 'found'; name: RouteName; params: Record<string, string> }
  | { kind: 'method'; allow: string[] }
  | { kind: 'none' };

/** A look-up over a table of routes. Paths are as in the table, without the base path and the query. */
export function router(routes: readonly Route[]): (method: string, path: string) => Match {
  const compiled = routes.map((route) => ({ route, pattern: pattern(route.path) }));
  return (method, path) => {
    const here = compiled.flatMap(({ route, pattern }) => {
      const params = decoded(pattern.exec(path));
      return params === null ? [] : [{ route, params }];
    });
    const hit = here.find(({ route }) => route.method === method);
    if (hit !== undefined) return { kind: 'found', name: hit.route.name, params: hit.params };
    if (here.length > 0) return { kind: 'method', allow: here.map(({ route }) => route.method) };
    return { kind: 'none' };
  };
}

function pattern(path: string): RegExp {
  const source = path.replace(/\{(\w+)(\*?)\}/g, (_, name: string, many: string) =>
    many === '*' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}

/** The parameters of a match, percent-decoded; null where nothing matches or the encoding is broken. */
function decoded(match: RegExpExecArray | null): Record<string, string> | null {
  if (match === null) return null;
  try {
    return Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return null;
  }
}
