import type { CatalogueEvent } from './catalogue-event';
import foxwoods from './samples/event-areas.json';
import sounders from './samples/event.json';
import { rows } from './shows/seating';

/** The manual's example of event details, verbatim: a match with neither areas nor price levels. */
function soundersMatch(): CatalogueEvent {
  return {
    id: sounders.event.id,
    code: 'ESC0820E',
    host: 'LA2',
    answer: sounders,
    timeZone: sounders.event.venue.location.time_zone,
    seating: ['CLB232', 'CLB233', 'CLB234', '207'].flatMap((section) => rows(section, 'ABCDEFGHIJK', 12)),
  };
}

/** The sample of a seated show, verbatim: eight areas in two groups, four price levels, a seating chart. */
function foxwoodsShow(): CatalogueEvent {
  const areas = foxwoods.event.area_groups.flatMap((group) => group.areas);
  return {
    id: foxwoods.event.id,
    code: 'EFX1206E',
    host: 'NYC',
    answer: foxwoods,
    timeZone: foxwoods.event.venue.location.time_zone,
    seating: areas.flatMap((area) => rows(String(100 + area.id), 'ABCDEFGH', 10, area.id)),
  };
}

/** The two sample events of the manual, with places to sell. */
export function manualEvents(): CatalogueEvent[] {
  return [soundersMatch(), foxwoodsShow()];
}
