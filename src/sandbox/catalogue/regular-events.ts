import { artists, type Artist } from './shows/artists';
import { buildShow } from './shows/build-show';
import type { CatalogueEvent } from './catalogue-event';
import { notable } from './notable';
import { arena, club, stadium, theatre, type Shape } from './shows/shapes';
import { adult, child, senior, type Show } from './shows/show';
import { venues, type Venue } from './shows/venues';

/** One row of the table below. `starts` is in the venue's local time with its offset. */
function night(
  id: string,
  code: string,
  name: string,
  venue: Venue,
  shape: Shape,
  bill: Artist[],
  starts: string,
  priceCents: number,
  more: Partial<Show> = {},
): Show {
  return { id, code, name, venue, shape, artists: bill, starts, priceCents, ...more };
}

// prettier-ignore
const nights: Show[] = [
  // United States
  night(notable.newYork, 'ENY0918E', 'Marigold Parade: New York Nights', venues.newYork, arena, [artists.marigoldParade, artists.paperLanterns], '2027-09-18T20:00:00-04:00', 12950),
  night(notable.phoenix, 'EPX0311E', 'Phoenix Copperhawks vs. Denver Ironbacks', venues.phoenix, arena, [artists.copperhawks, artists.ironbacks], '2028-03-11T19:00:00-07:00', 8800),
  night('QUILLPHOENIX0001', 'EPX0722E', 'Ada Quill Under Desert Skies', venues.phoenix, theatre, [artists.adaQuill], '2030-07-22T20:00:00-07:00', 7450),
  night('LIGHTHOUSELA0001', 'ELA0506E', 'The Lighthouse Keepers', venues.losAngeles, theatre, [artists.lighthouse], '2028-05-06T20:00:00-07:00', 13500, { facilityFeeIncluded: true }),
  night('NEONORCHARDLA001', 'ELA0217E', 'Neon Orchard: Last Harvest', venues.losAngeles, club, [artists.neonOrchard], '2034-02-17T20:00:00-08:00', 4900),
  night('WEEKENDSEATTLE01', 'ESE1203E', 'The Long Weekends', venues.seattle, club, [artists.theLongWeekends], '2027-12-03T20:00:00-08:00', 3850),
  night('CHOIRATTHESHELL1', 'EHI0817E', 'Saltwater Choir at the Shell', venues.honolulu, stadium, [artists.saltwaterChoir], '2030-08-17T18:00:00-10:00', 5500),
  night('IRONBACKSHOME001', 'EDN0120E', 'Denver Ironbacks vs. Phoenix Copperhawks', venues.denver, arena, [artists.ironbacks, artists.copperhawks], '2029-01-20T19:00:00-07:00', 9200),
  night('OKAFORCHICAGO001', 'ECH1013E', 'Samuel Okafor: Quartet and Strings', venues.chicago, theatre, [artists.samuelOkafor], '2028-10-13T20:00:00-05:00', 8250, { serviceFeeIncluded: true }),
  night('OWLCHICAGO000001', 'ECH0910E', 'Laughing Owl Comedy: Home at Last', venues.chicago, theatre, [artists.laughingOwl], '2032-09-10T20:00:00-05:00', 4200),
  night('LANTERNSBOSTON01', 'EBO1029E', 'Paper Lanterns', venues.boston, club, [artists.paperLanterns], '2027-10-29T19:30:00-04:00', 3200),
  night('DINOSAURSNYC0001', 'ENY0512E', 'Tiny Dinosaurs Live', venues.newYork, theatre, [artists.tinyDinosaurs], '2035-05-12T14:00:00-04:00', 6400, { ticketTypes: [adult, child, senior] }),
  // Canada
  night('LAKEFRONTCUP0001', 'ETO0407E', 'Toronto Lakefront vs. Halifax Breakers', venues.toronto, stadium, [artists.lakefront, artists.breakers], '2029-04-07T19:00:00-04:00', 6850),
  night('BALLETMONTREAL01', 'EMO1214E', 'Northern Lights Ballet: Le lac gelé', venues.montreal, theatre, [artists.winterBallet], '2030-12-14T20:00:00-05:00', 11200, { ticketTypes: [adult, senior] }),
  night('MARIGOLDVANC0001', 'EVA0718E', 'Marigold Parade', venues.vancouver, arena, [artists.marigoldParade, artists.neonOrchard], '2031-07-18T20:00:00-07:00', 11900),
  night(notable.stJohns, 'ESJ0716E', "Saltwater Choir: A St. John's Night", venues.stJohns, theatre, [artists.saltwaterChoir], '2027-07-16T20:00:00-02:30', 5950),
  // Australia
  night(notable.sydney, 'ESY1120E', 'Ada Quill: The Harbour Sessions', venues.sydney, theatre, [artists.adaQuill, artists.samuelOkafor], '2027-11-20T20:00:00+11:00', 9900),
  night('ROVERSATHOME0001', 'ESY0806E', 'Sydney Harbour Rovers vs. Southern Keas', venues.sydney, stadium, [artists.harbourRovers, artists.southernKeas], '2033-08-06T19:30:00+10:00', 4500, { ticketTypes: [adult, child] }),
  night('WEEKENDBRISBANE1', 'EBR1209E', 'The Long Weekends: One More Summer', venues.brisbane, club, [artists.theLongWeekends], '2028-12-09T20:00:00+10:00', 5200),
  night('LIGHTHOUSEADEL01', 'EAD0314E', 'The Lighthouse Keepers', venues.adelaide, theatre, [artists.lighthouse], '2031-03-14T20:00:00+10:30', 12200),
  night(notable.lordHowe, 'ELH0610E', 'Lord Howe Winter Social', venues.lordHowe, club, [artists.paperLanterns], '2028-06-10T18:30:00+10:30', 2800),
  // Mexico
  night('LUZDELMARCDMX001', 'EMX0826E', 'José Luz del Mar: Gira del Faro', venues.mexicoCity, arena, [artists.joseLuzDelMar], '2028-08-26T21:00:00-06:00', 185000),
  night('LUZGUADALAJARA01', 'EGD1110E', 'José Luz del Mar: Gira del Faro', venues.guadalajara, theatre, [artists.joseLuzDelMar], '2029-11-10T20:30:00-06:00', 142000),
  night('FRONTERAFEST0001', 'ETJ0621E', 'Noche de la Frontera', venues.tijuana, arena, [artists.joseLuzDelMar, artists.neonOrchard], '2030-06-21T20:00:00-07:00', 98000),
  // New Zealand
  night(notable.auckland, 'EAK0203E', 'Marigold Parade: Summer on the Wharf', venues.auckland, arena, [artists.marigoldParade], '2029-02-03T20:00:00+13:00', 10900),
  night('BALLETWELLNGTN01', 'EWE0515E', 'Northern Lights Ballet: The Frozen Lake', venues.wellington, theatre, [artists.winterBallet], '2032-05-15T19:30:00+12:00', 8600),
  night(notable.chatham, 'ECI0714E', 'Chatham Islands Midwinter Dance', venues.chatham, club, [artists.saltwaterChoir], '2029-07-14T19:00:00+12:45', 2400),
];

/** Ordinary shows, on sale in all five countries and in zones of every kind. */
export function regularEvents(): CatalogueEvent[] {
  return nights.map(buildShow);
}
