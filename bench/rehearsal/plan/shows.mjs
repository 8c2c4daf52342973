import { catalogue, notable } from '../../../dist/sandbox/catalogue/catalogue.js';

const SEATS_IN_A_ROW = 20;
const LETTERS = 'ABCDEFGHJKLMNPRSTUVW';

// Of a venue without time zone, nothing is ever under maintenance, at whatever hour this runs.
const model = catalogue().find(({ id }) => id === notable.noTimeZone);

export const nightId = (number) => `SALENIGHT${String(number).padStart(7, '0')}`;
export const otherId = (number) => `OTHERSHOW${String(number).padStart(7, '0')}`;
export const ticketId = model.answer.event.tickets[0].id;

/** The nights on sale, which share `seats`, and `others` that are only read. */
export function shows({ nights, seats, others }) {
  const perNight = Math.ceil(seats / nights);
  return [
    ...Array.from({ length: nights }, (_, index) =>
      show(nightId(index), `The Sale, night ${index + 1}`, perNight),
    ),
    ...Array.from({ length: others }, (_, index) => show(otherId(index), `Another show, ${index + 1}`, 0)),
  ];
}

/** An event like the model with `seats` seats in rows. The models' parts are shared, since the sandbox changes none. */
function show(id, name, seats) {
  return {
    ...model,
    id,
    answer: { ...model.answer, event: { ...model.answer.event, id, name } },
    seating: Array.from({ length: Math.ceil(seats / SEATS_IN_A_ROW) }, (_, row) => ({
      section: String(101 + Math.floor(row / LETTERS.length)),
      row: LETTERS[row % LETTERS.length],
      areaId: null,
      seats: Array.from({ length: Math.min(SEATS_IN_A_ROW, seats - row * SEATS_IN_A_ROW) }, (_, seat) =>
        String(seat + 1),
      ),
      generalAdmission: false,
    })),
  };
}
