import type { CatalogueEvent } from './catalogue-event';
import { fatEvent } from './fat';
import { manualEvents } from './manual';
import { oddDetails } from './odd';
import { oddDates } from './odd-dates';
import { oddNames } from './odd-names';
import { oddSales } from './odd-sales';
import { regularEvents } from './regular';

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
 * Every event that the sandbox sells, the same on every call: nothing in it depends on chance or on today's date.
 * Each call hands out copies of its own, so what one sandbox sells is gone from no other one, and from no other event.
 */
export function catalogue(): CatalogueEvent[] {
  return events.map((event) => structuredClone(event));
}
