import { artists } from './artists';
import { stadium } from './shapes';
import type { Show } from './show';
import { venues } from './venues';

/** An ordinary show. Each odd event differs from it in one respect. */
export function plainShow(id: string, code: string, name: string, more: Partial<Show> = {}): Show {
  return {
    id,
    code,
    name,
    venue: venues.chicago,
    shape: stadium,
    artists: [artists.adaQuill],
    starts: '2031-05-17T20:00:00-05:00',
    priceCents: 4500,
    ...more,
  };
}
