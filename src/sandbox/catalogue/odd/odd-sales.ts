import { buildShow } from '../shows/build-show';
import type { CatalogueEvent } from '../catalogue-event';
import { notable } from '../notable';
import { plainShow } from '../shows/plain-show';
import { rows, singleSeats } from '../shows/seating';
import { club } from '../shows/shapes';
import { adult, child, senior } from '../shows/show';
import { venues } from '../shows/venues';

/** Quantity rules and ticket types. */
function quantityRules(): CatalogueEvent[] {
  return [
    // oddity: exactly four tickets
    buildShow(
      plainShow(notable.exactFour, 'EOD0101E', 'Table for Exactly Four', { quantities: { exact: 4 } }),
    ),
    // oddity: an even number of tickets
    buildShow(
      plainShow(notable.pairsOnly, 'EOD0102E', 'Pairs Only', { quantities: { minimum: 2, multiple: 2 } }),
    ),
    // oddity: at least three tickets
    buildShow(plainShow(notable.minimumThree, 'EOD0103E', 'Three or More', { quantities: { minimum: 3 } })),
    // oddity: at most four of one type and six in total
    buildShow(
      plainShow(notable.fourOfAKind, 'EOD0104E', 'Four of a Kind, Six in All', {
        ticketTypes: [adult, child],
        quantities: { limit: 4 },
        eventLimit: 6,
      }),
    ),
    // oddity: limit 0, which means no limit
    buildShow(plainShow(notable.noTicketLimit, 'EOD0105E', 'No Ticket Limit', { quantities: { limit: 0 } })),
    // oddity: ticket types that can be combined in one cart
    buildShow(
      plainShow(notable.family, 'EOD0106E', 'Family Day: Adult, Child and Senior', {
        ticketTypes: [adult, child, senior],
      }),
    ),
  ];
}

/** Fees on top of the displayed price and included in it. */
function feeRules(): CatalogueEvent[] {
  const feesCents = { facility: 350, service: 815 };
  return [
    // oddity: amounts that floating point cannot represent; the displayed amount includes one fee of two
    buildShow(
      plainShow(notable.fees, 'EOD0201E', 'Fees and Taxes', {
        priceCents: 5739,
        feesCents: {
          face_value_tax: 509,
          ...feesCents,
          service_tax: 72,
          service_tax2: 41,
          distance: 0,
        },
        facilityFeeIncluded: true,
      }),
    ),
    // oddity: the displayed amount includes both fees
    buildShow(
      plainShow(notable.allIn, 'EOD0202E', 'All-In Pricing', {
        priceCents: 5739,
        feesCents,
        facilityFeeIncluded: true,
        serviceFeeIncluded: true,
      }),
    ),
    // oddity: the displayed amount includes the service fee, not the facility fee
    buildShow(
      plainShow(notable.serviceIncluded, 'EOD0203E', 'Service Fee Included', {
        priceCents: 5739,
        feesCents,
        serviceFeeIncluded: true,
      }),
    ),
    // oddity: a charge of a type that the manual does not list
    buildShow(
      plainShow(notable.unknownCharge, 'EOD0204E', 'Resort Levy', {
        feesCents: { ...feesCents, resort_levy: 199 },
      }),
    ),
    // oddity: nothing to pay
    buildShow(
      plainShow(notable.freeOfCharge, 'EOD0205E', 'Free of Charge', { priceCents: 0, feesCents: {} }),
    ),
  ];
}

/** Events with few places left, or none. */
function scarcity(): CatalogueEvent[] {
  return [
    // oddity: on sale without any places
    { ...buildShow(plainShow(notable.soldOut, 'EOD0301E', 'Sold Out')), seating: [] },
    // oddity: one seat
    {
      ...buildShow(plainShow(notable.oneSeatLeft, 'EOD0302E', 'One Seat Left')),
      seating: singleSeats('204', 'K', [14]),
    },
    // oddity: seats, but no two adjacent
    {
      ...buildShow(plainShow(notable.noAdjacentSeats, 'EOD0303E', 'Scattered Single Seats')),
      seating: [...singleSeats('201', 'A', [1, 3, 7, 12]), ...singleSeats('205', 'F', [2, 5, 9, 14])],
    },
    // oddity: one row of five, so that four tickets would leave a single seat
    {
      ...buildShow(plainShow('LASTROWOFFIVE001', 'EOD0304E', 'One Row of Five Left')),
      seating: rows('206', 'C', 5),
    },
    // oddity: places without seat numbers
    buildShow(
      plainShow(notable.generalAdmission, 'EOD0305E', 'Standing Room: General Admission', {
        venue: venues.boston,
        shape: club,
        starts: '2030-03-23T20:00:00-04:00',
      }),
    ),
  ];
}

/** Events with odd rules, fees or inventory. */
export function oddSales(): CatalogueEvent[] {
  return [...quantityRules(), ...feeRules(), ...scarcity()];
}
