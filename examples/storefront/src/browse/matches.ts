import type { EventCard } from '../api/events';

/** Whether every word that was typed stands somewhere in the event's name, bill, venue or city. Accents do not matter. */
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
