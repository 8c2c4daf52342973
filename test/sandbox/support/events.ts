import type { CatalogueEvent, SeatBlock } from '../../../src/sandbox/catalogue/catalogue';

const adult = {
  id: '000000010001',
  description: 'Adult',
  quantities: { exact: 0, minimum: 1, multiple: 1, limit: 4 },
  prices: [
    {
      id: 1,
      amount: 50,
      price_details: [
        { type: 'face_value', amount: { amount: 45.1, currency: 'USD' } },
        { type: 'face_value_tax', amount: { amount: 2.2, currency: 'USD' } },
        { type: 'facility', amount: { amount: 1.1, currency: 'USD' } },
        { type: 'service', amount: { amount: 5.49, currency: 'USD' } },
        { type: 'service_tax2', amount: { amount: 0.4, currency: 'USD' } },
        { type: 'distance', amount: { amount: 3.1, currency: 'USD' } },
      ],
    },
    { id: 2, amount: 30.3 },
  ],
};
const child = { id: '000000020002', description: 'Child', prices: [{ id: 1, amount: 10.1 }] };
const pairs = {
  id: '000000030003',
  description: 'Pair',
  quantities: { multiple: 2 },
  prices: [{ amount: 8 }],
};
const four = { id: '000000040004', description: 'Box', quantities: { exact: 4 }, prices: [{ amount: 9 }] };
const group = {
  id: '000000050005',
  description: 'Group',
  quantities: { minimum: 3 },
  prices: [{ amount: 7 }],
};

const guest = {
  id: '000000060006',
  description: 'Guest',
  prices: [{ id: 1, amount: 0 }],
};

export const ADULT = adult.id;
export const CHILD = child.id;
export const PAIRS = pairs.id;
export const BOX = four.id;
export const GROUP = group.id;
export const GUEST = guest.id;

/** The ids of the events below. */
export const SEATED = 'SEATED0000000001';
export const FLOOR = 'FLOOR00000000001';
export const AREAS = 'AREAS00000000001';
export const SINGLES = 'SINGLES000000001';
export const SOLD_OUT = 'SOLDOUT000000001';
export const RETAIL_ONLY = 'RETAIL000000001';
export const FREE = 'FREEENTRY0000001';

/** A complete row of seats. */
function block(section: string, row: string, seats: string[], areaId: number | null = null): SeatBlock {
  return { section, row, areaId, seats, generalAdmission: false };
}

function event(id: string, seating: SeatBlock[], more: Record<string, unknown> = {}): CatalogueEvent {
  return {
    id,
    code: `C${id}`,
    host: 'LA2',
    timeZone: 'America/New_York',
    answer: {
      api_transactable: id !== RETAIL_ONLY,
      event: {
        id,
        currency_code: 'USD',
        quantities: { limit: 6 },
        tickets: [adult, child, pairs, four, group],
        ...more,
      },
    },
    seating,
  };
}

/** A small catalogue with all kinds of seating. */
export function events(): CatalogueEvent[] {
  return [
    event(SEATED, [block('101', 'A', ['1', '3', '5', '7', '9']), block('101', 'B', ['2', '4', '6', '8'])], {
      name: 'A Seated Show',
      eventdate: { format: 'datetime', value: '2015-08-04T23:30:00Z' },
      venue: { name: 'The House' },
    }),
    event(FLOOR, [
      { section: 'GA', row: '', areaId: null, seats: ['1', '2', '3', '4', '5'], generalAdmission: true },
    ]),
    event(AREAS, [block('ORCH', 'A', ['1', '2', '3'], 0), block('MEZZ', 'A', ['1', '2', '3'], 2)], {
      prices: [
        { id: 1, areas: [{ id: 0 }] },
        { id: 2, areas: [{ id: 2 }] },
      ],
    }),
    event(SINGLES, [block('101', 'A', ['1']), block('101', 'A', ['5']), block('101', 'B', ['9'])]),
    event(SOLD_OUT, []),
    event(FREE, [block('101', 'A', ['A1', '02', '3', '4'])], { tickets: [guest] }),
    event(RETAIL_ONLY, [block('101', 'A', ['1'])]),
  ];
}
