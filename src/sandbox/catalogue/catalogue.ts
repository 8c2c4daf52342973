import type { CatalogueEvent } from './catalogue-event';
import { fatEvent } from './odd/fat-event';
import { manualEvents } from './manual-events';
import { oddDetails } from './odd/odd-details';
import { oddDates } from './odd/odd-dates';
import { oddNames } from './odd/odd-names';
import { oddSales } from './odd/odd-sales';
import { regularEvents } from './regular-events';

export type { CatalogueEvent, SeatBlock } from './catalogue-event';
export { notable } from './notable';

const events: CatalogueEvent[] = [
  ...manualEvents(),
  ...regularEvents(),
  ...oddSales(),
  ...oddDates(),
  ...oddNames(),
  ...oddDetails(),
  fatEvent(),
];

/**
 * Every event that the sandbox sells, the same on every call: nothing depends on chance or on today's date. Each call
 * returns new copies, so that changes to one sandbox's events reach no other sandbox and no other event.
 */
export function catalogue(): CatalogueEvent[] {
  return events.map((event) => structuredClone(event));
}
