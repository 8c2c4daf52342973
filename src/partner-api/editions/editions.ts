import type { Edition } from './edition';
import { edition2015 } from './edition-2015';
import { edition2018 } from './edition-2018';

/** Every edition of the manual that the gateway can call, by its name. The only place where one is chosen. */
export const EDITIONS = { 2015: edition2015, 2018: edition2018 } as const satisfies Record<string, Edition>;

/** The name of an edition. */
export type EditionName = `${keyof typeof EDITIONS}`;
