import type { Handler } from '../services';
import type { RouteName } from './route-names';

/** One row of an edition's route table. In `path`, `{name}` matches one segment and `{name*}` one or more. */
export interface Route {
  name: RouteName;
  method: string;
  path: string;
  handler: Handler;
  /** The media types that it can return. @default application/json */
  types?: readonly string[];
}

/** The result of a look-up: the route with its decoded parameters, the methods that the path accepts, or nothing. */
export type Match =
  | { kind: 'found'; route: Route; params: Record<string, string> }
  | { kind: 'wrongMethod'; allow: string[] }
  | { kind: 'notFound' };

/** Returns a look-up over a route table. Its paths have neither the base path nor the query. */
export function router(routes: readonly Route[]): (method: string, path: string) => Match {
  const compiled = routes.map((route) => ({ route, pattern: pattern(route.path) }));
  return (method, path) => {
    const matches = compiled.flatMap(({ route, pattern }) => {
      const params = decodedParams(pattern.exec(path));
      return params === null ? [] : [{ route, params }];
    });
    const match = matches.find(({ route }) => route.method === method);
    if (match !== undefined) return { kind: 'found', ...match };
    if (matches.length > 0) return { kind: 'wrongMethod', allow: matches.map(({ route }) => route.method) };
    return { kind: 'notFound' };
  };
}

function pattern(path: string): RegExp {
  const source = path.replace(/\{(\w+)(\*?)\}/g, (_, name: string, many: string) =>
    many === '*' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}

/** The percent-decoded parameters of a match; null without a match or with broken encoding. */
function decodedParams(match: RegExpExecArray | null): Record<string, string> | null {
  if (match === null) return null;
  try {
    return Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return null;
  }
}
