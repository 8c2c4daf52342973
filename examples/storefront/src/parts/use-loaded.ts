import { useCallback, useEffect, useState } from 'react';

import type { Trouble } from '../api/outcome';
import { troubleOf } from '../checkout/carry-out';

/** Data that is loading, loaded, or failed to load. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly value: Value }
  | { readonly state: 'failed'; readonly trouble: Trouble; readonly again: () => void };

/**
 * Loads data when the component is mounted, and stops when it is unmounted.
 *
 * @param load must keep its identity as long as the data is the same.
 */
export function useLoaded<Value>(load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const again = useCallback(() => {
    setLoaded({ state: 'loading' });
    setRound((before) => before + 1);
  }, []);
  useEffect(() => {
    const gone = new AbortController();
    load(gone.signal).then(
      (value) => !gone.signal.aborted && setLoaded({ state: 'there', value }),
      (error: unknown) =>
        !gone.signal.aborted && setLoaded({ state: 'failed', trouble: troubleOf(error), again }),
    );
    return () => gone.abort();
  }, [load, round, again]);
  return loaded;
}
