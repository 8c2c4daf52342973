import { setImmediate as letSocketsWork } from 'node:timers/promises';

import { type CatalogueEvent, catalogue, notable } from '../../src/sandbox/catalogue/catalogue';
import type { House } from '../support/house';

/** An id of 16 characters: `show('A', 7)` is `A000000000000007`. */
export const showId = (letter: string, number: number): string => letter + String(number).padStart(15, '0');

/** The manual's own event under another id, with `fields` in place of its own. What a test changes, upstream serves. */
export function show(
  id: string,
  fields: Record<string, unknown> = {},
  apiTransactable = true,
): CatalogueEvent {
  const sample = catalogue().find((event) => event.id === notable.manualSample);
  if (!sample) throw new Error("The manual's own event is not in the catalogue.");
  const answer = { api_transactable: apiTransactable, event: { ...sample.answer.event, id, ...fields } };
  return { ...sample, id, code: id, answer };
}

/** So many shows: `A000000000000001`, `A000000000000002`, … */
export const shows = (letter: string, count: number): CatalogueEvent[] =>
  Array.from({ length: count }, (_, index) => show(showId(letter, index + 1)));

/** A moment the way upstream writes one. */
export const at = (value: string) => ({ format: 'datetime', value });

/** The event reads that have reached upstream. */
export const readsOf = (house: House): number => house.sandbox.report().requests.event;

/** The one field of an answer without errors. */
export async function fieldOf(house: House, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await house.ask(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return Object.values(data as Record<string, any>)[0];
}

/** Looks again and again, the clock standing still, until `condition` holds. Throws when it never does. */
export async function eventually(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 5000; tries++) {
    if (await condition()) return;
    await letSocketsWork();
  }
  throw new Error('It did not come about.');
}
