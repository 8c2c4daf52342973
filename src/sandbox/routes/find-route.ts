import type { EditionName } from '../editions';
import { EDITION_2015 } from './edition-2015';
import { EDITION_2018 } from './edition-2018';
import type { RouteName } from './route-names';
import { type Match, type Route, router } from './router';

const ROUTES: Readonly<Record<EditionName, readonly Route[]>> = { 2015: EDITION_2015, 2018: EDITION_2018 };

/** A look-up in the table of one edition. */
export interface RouteFinder {
  find: (method: string, path: string) => Match;
  /** The call that the request would be in another edition; null: in none. */
  findElsewhere: (method: string, path: string) => RouteName | null;
}

/** The look-up of an edition's routes. */
export function routeFinder(edition: EditionName): RouteFinder {
  const others = Object.entries(ROUTES)
    .filter(([name]) => name !== edition)
    .map(([, routes]) => router(routes));
  return {
    find: router(ROUTES[edition]),
    findElsewhere: (method, path) => {
      for (const find of others) {
        const match = find(method, path);
        if (match.kind === 'found') return match.route.name;
      }
      return null;
    },
  };
}
