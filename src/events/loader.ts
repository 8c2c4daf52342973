import DataLoader from 'dataloader';

import type { Caller } from '../partner-api/caller';
import type { PartnerEvent } from '../partner-api/event';
import type { EventCatalogue } from './catalogue';

export type EventLoader = DataLoader<string, PartnerEvent | null>;

/**
 * The events of one request: the same id is asked for once, and gives the same answer everywhere in it. "The API has no
 * batch call": a batch is so many reads side by side, bounded by the sockets of the transport. One that fails leaves
 * the others unharmed.
 */
export const createEventLoader = (catalogue: EventCatalogue, caller: Caller): EventLoader =>
  new DataLoader((ids) =>
    Promise.all(
      ids.map((id) =>
        catalogue.find(id, caller).catch((error: unknown) => (error instanceof Error ? error : new Error())),
      ),
    ),
  );
