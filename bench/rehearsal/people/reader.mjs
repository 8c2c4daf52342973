import { setTimeout as timer } from 'node:timers/promises';

import { otherId } from '../plan/shows.mjs';
import { LIST } from './operations.mjs';

/**
 * One reader: reads the planned lists one after the other until the morning ends. Resolves to a record of each answer:
 * how long it took, and how many entries had data, stated when to ask again, or failed otherwise.
 */
export async function read({ address, arrivesAfter, lists }, { client, now, end, doorsClosed }) {
  const answers = [];
  const signal = AbortSignal.any([end, doorsClosed]);
  try {
    await timer(arrivesAfter * 1000, undefined, { signal });
    for (let number = 0; ; number++) {
      const { events, looks } = lists[number % lists.length];
      const askedAt = now();
      const { result, errors } = await client.ask(address, LIST, { ids: events.map(otherId) }, signal);
      const answer = answerOf(events.length, result, errors);
      answers.push({ at: askedAt, took: now() - askedAt, ...answer.counts });
      await timer(Math.max(looks, answer.againAfter) * 1000, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted)
      answers.push({ at: now(), took: 0, withData: 0, later: 0, failed: 1, reason: error.message });
  }
  return answers;
}

function answerOf(wanted, result, errors) {
  const withData = (result ?? []).filter((event) => event !== null).length;
  const times = errors.flatMap(({ extensions }) => extensions?.retryAfterSeconds ?? []);
  // An error of the whole answer speaks for all its entries.
  const later = result === null && times.length > 0 ? wanted : Math.min(times.length, wanted - withData);
  return {
    counts: { withData, later, failed: wanted - withData - later },
    againAfter: withData === 0 && times.length > 0 ? Math.max(...times) : 0,
  };
}
