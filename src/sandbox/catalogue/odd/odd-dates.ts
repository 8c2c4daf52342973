import { buildShow, withFields, withoutFields } from '../shows/build-show';
import type { CatalogueEvent } from '../catalogue-event';
import { notable } from '../notable';
import { plainShow } from '../shows/plain-show';
import { venues } from '../shows/venues';

const ON_SALE_TO_ALL = '2035-03-01T16:00:00Z';

function presale(label: string, from: string, until: string) {
  return { format: 'daterange', label, value: `${from}/${until}` };
}

/** An event with a second status since 1 March 2025. */
function withStatus(id: string, code: string, name: string, type: string): CatalogueEvent {
  return withFields(buildShow(plainShow(id, code, name)), {
    statuses: [
      { type: 'onsale', value: '2020-02-14T15:00:00Z' },
      { type, value: '2025-03-01T17:00:00Z' },
    ],
  });
}

/** Events with odd dates, sales periods or statuses. */
export function oddDates(): CatalogueEvent[] {
  const presaleOnly = plainShow(notable.presaleOnly, 'EOD0403E', 'Presale Only', {
    starts: '2035-11-17T20:00:00-06:00',
  });
  const cancelled = withStatus(notable.cancelled, 'EOD0501E', 'Cancelled Show', 'cancelled');
  return [
    // oddity: no onsale
    withoutFields(buildShow(plainShow(notable.noOnsaleDate, 'EOD0401E', 'No On-Sale Date')), 'onsale'),
    // oddity: onsale is null
    withFields(buildShow(plainShow(notable.nullOnsaleDate, 'EOD0402E', 'On-Sale Date Null')), {
      onsale: null,
    }),
    // oddity: the general sale begins years from now; the presale is open
    withFields(buildShow(presaleOnly), {
      onsale: { format: 'datetime', value: ON_SALE_TO_ALL },
      presales: [presale('Lighthouse Fan Club', '2020-01-06T15:00:00Z', ON_SALE_TO_ALL)],
      statuses: [],
    }),
    // oddity: several presales: one over, two that overlap, one without a label
    withFields(buildShow(plainShow(notable.severalPresales, 'EOD0404E', 'Several Presales')), {
      presales: [
        presale('Card Member Seating', '2020-01-27T15:00:00Z', '2020-01-31T03:00:00Z'),
        presale('Fan Club', '2020-02-03T15:00:00Z', '2020-02-12T03:00:00Z'),
        presale('Venue Newsletter', '2020-02-10T15:00:00Z', '2020-02-14T03:00:00Z'),
        { format: 'daterange', value: '2020-02-13T15:00:00Z/2020-02-14T15:00:00Z' },
      ],
    }),
    // oddity: the event lasts for days and its date is a range
    withFields(buildShow(plainShow(notable.dateRange, 'EOD0405E', 'Three-Day Festival Pass')), {
      eventdate: { format: 'daterange', value: '2031-05-16T17:00:00Z/2031-05-19T04:00:00Z' },
    }),
    // oddity: the sale is over
    withFields(buildShow(plainShow(notable.saleOver, 'EOD0406E', 'Sale Over')), {
      offsale: { format: 'datetime', value: '2024-06-30T22:00:00Z' },
      statuses: [{ type: 'offsale', value: '2024-06-30T22:00:00Z' }],
    }),
    // oddity: it starts at the moment when the clocks spring forward
    buildShow(
      plainShow('SPRINGFORWARD001', 'EOD0407E', 'Spring Forward', {
        venue: venues.newYork,
        starts: '2030-03-10T03:00:00-04:00',
      }),
    ),
    // oddity: a second status beside `onsale`; a cancelled show is not transactable
    { ...cancelled, answer: { ...cancelled.answer, api_transactable: false } },
    withStatus('POSTPONEDSHOW001', 'EOD0502E', 'Postponed Show', 'postponed'),
    withStatus('RESCHEDULED00001', 'EOD0503E', 'Rescheduled Show', 'rescheduled'),
    // oddity: an unknown status
    withStatus(notable.unknownStatus, 'EOD0504E', 'Status Enchanted', 'enchanted'),
  ];
}
