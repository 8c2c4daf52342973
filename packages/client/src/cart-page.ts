/** An event of a page, as far as the session reads it. */
export interface PageEvent {
  /** Of `pageshow`: whether the page comes from the back/forward cache. */
  readonly persisted?: boolean | undefined;
  /** Of `storage`: the changed key. Null if everything was cleared. */
  readonly key?: string | null | undefined;
}

interface EventSource {
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  removeEventListener(type: string, listener: (event: PageEvent) => void): void;
}

/** The parts of `localStorage` that the session uses. Each may throw: private modes, full storage. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The parts of `window` that the session uses. Whatever is missing is done without. */
export interface PageLike extends Partial<EventSource> {
  readonly localStorage?: StorageLike | undefined;
  readonly navigator?: { sendBeacon?(url: string): boolean } | undefined;
  readonly document?: (EventSource & { readonly visibilityState: string }) | undefined;
}

/**
 * The page in which this code runs. Outside of a browser there is none: Node, from 25 on, prints a warning when its own
 * `localStorage` is read.
 */
export const thisPage = (): PageLike => ('document' in globalThis ? (globalThis as PageLike) : {});

/** What happens to a page, as the session sees it. */
export interface PageListener {
  /** The page is closed, reloaded or left. It may come back from the back/forward cache, or never. */
  readonly left: () => void;
  /** The page comes back from the back/forward cache. */
  readonly restored: () => void;
  /** The shopper looks at the page again, or the network is back. */
  readonly attended: () => void;
  /** Another tab has changed a key of the storage. */
  readonly stored: (key: string | null) => void;
}

/** Listens to a page until the returned function is called. */
export function watchPage(page: PageLike, listener: PageListener): () => void {
  const { document } = page;
  const onShow = ({ persisted }: PageEvent) => persisted && listener.restored();
  const onVisibility = () => document?.visibilityState === 'visible' && listener.attended();
  const events: readonly (readonly [string, (event: PageEvent) => void])[] = [
    ['pagehide', listener.left],
    ['pageshow', onShow],
    ['focus', listener.attended],
    ['online', listener.attended],
    ['storage', ({ key }) => listener.stored(key ?? null)],
  ];
  for (const [type, onEvent] of events) page.addEventListener?.(type, onEvent);
  document?.addEventListener('visibilitychange', onVisibility);
  return () => {
    for (const [type, onEvent] of events) page.removeEventListener?.(type, onEvent);
    document?.removeEventListener('visibilitychange', onVisibility);
  };
}
