import type { IncomingHttpHeaders } from 'node:http';
import type { RouteName } from '../routes/route-names';

/** One request to the API, received in full. */
export interface Call {
  route: RouteName;
  /** Decoded path parameters, by their names in the route table. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as text. */
  body: string;
  /** The body parsed as JSON; undefined if it is not JSON. */
  json: unknown;
}

/** Parses JSON. Returns undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The cart that a call names, in its query or its body; null if none. For reports and faults, not for handlers. */
export function cartIdOf({ query, json }: Call): string | null {
  return query.get('cart_id') ?? textAt(json, 'cart_id');
}

/** The event that a call names, in its path or its body; null if none. */
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
