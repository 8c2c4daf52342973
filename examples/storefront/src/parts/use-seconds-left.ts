import { useEffect, useState } from 'react';

const TICK_MS = 500;

/** The seconds until `endsAtMs` by `performance.now()`, counted down; 0 from then on. */
export function useSecondsLeft(endsAtMs: number): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  const isOver = nowMs >= endsAtMs;
  useEffect(() => {
    setNowMs(performance.now());
    if (isOver) return undefined;
    const timer = setInterval(() => setNowMs(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [endsAtMs, isOver]);
  return Math.max((endsAtMs - nowMs) / 1000, 0);
}
