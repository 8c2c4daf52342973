import { useEffect, useState } from 'react';

/** Returns the newest `text`, but changes it at most once in `everyMs`. */
export function useSlowly(text: string, everyMs: number): string {
  const [shown, setShown] = useState(() => ({ text, atMs: performance.now() }));
  useEffect(() => {
    if (text === shown.text) return undefined;
    const waitMs = Math.max(shown.atMs + everyMs - performance.now(), 0);
    const timer = setTimeout(() => setShown({ text, atMs: performance.now() }), waitMs);
    return () => clearTimeout(timer);
  }, [text, shown, everyMs]);
  return shown.text;
}
