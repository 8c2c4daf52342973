import type { IncomingHttpHeaders } from 'node:http';
import type { RouteName } from './routes';

/** One request to the API, read in full. */
export interface Call {
  route: RouteName;
  /** Path parameters by their names in the table of routes. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as it came. */
  body: string;
  /** The body as JSON; undefined when it is none. */
  json: unknown;
}

/** A text as JSON, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The cart that a call names, in its query or its body; null when none. */
export function cartIdOf({ query, json }: Call): string | null {
  return query.get('cart_id') ?? textAt(json, 'cart_id');
}

/** The event that a call names, in its path or its body; null when none. */
export function eventIdOf({ params, json }: Call): string | null {
  return params.event ?? textAt(valueAt(json, 'event'), 'id');
}

function textAt(value: unknown, key: string): string | null {
  const text = valueAt(value, key);
  return typeof text === 'string' ? text : null;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
