import { useSyncExternalStore } from 'react';

/** The page of the shop. It is the part of the address after `#`, so any file server can serve the shop. */
export type Route =
  | { readonly page: 'events' }
  | { readonly page: 'event'; readonly id: string }
  | { readonly page: 'checkout' };

/** Addresses for links. */
export const toEvents = '#/';
export const toCheckout = '#/checkout';
export const toEvent = (id: string): string => `#/events/${encodeURIComponent(id)}`;

/** Opens an address, with an entry in the browser's history. */
export function go(address: string): void {
  location.hash = address;
}

export function readRoute(hash: string): Route {
  const [, page, id] = hash.split('/');
  if (page === 'checkout') return { page };
  if (page === 'events' && id) return { page: 'event', id: decoded(id) };
  return { page: 'events' };
}

/** Returns the current route, and renders again when it changes. */
export function useRoute(): Route {
  return readRoute(useSyncExternalStore(listen, () => location.hash));
}

function listen(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
