import { setTimeout as pause } from 'node:timers/promises';

/**
 * Calls `work` with 0 to `count - 1`, `limit` calls at a time. The first ones begin spread over `spreadMs`, so that
 * calls which take the same time do not all come at the same moments.
 */
export async function atOnce(count, limit, spreadMs, work) {
  let next = 0;
  await Promise.all(
    Array.from({ length: limit }, async (_, index) => {
      if (spreadMs > 0) await pause((spreadMs * index) / limit);
      while (next < count) await work(next++);
    }),
  );
}
