import type { EventCard } from '../api/events';

/** Whether the event's name, artists, venue or city contain every word of the search. Ignores accents. */
export function matches({ name, artists, venue }: EventCard, typed: string): boolean {
  const text = plain(
    [name, ...artists.map((artist) => artist.name), venue?.name, venue?.address?.city].join(' '),
  );
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
