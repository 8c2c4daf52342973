import { build } from './build';
import type { CatalogueEvent } from './catalogue-event';
import { notable } from './notable';
import { plainShow } from './plain-show';
import { rows, singleSeats } from './seating';
import { club } from './shapes';
import { adult, child, senior } from './show';
import { venues } from './venues';

/** Rules on how many may be bought, and kinds of ticket. */
function quantityRules(): CatalogueEvent[] {
  return [
    // oddity: tickets come in fours
    build(plainShow(notable.exactFour, 'EOD0101E', 'Table for Exactly Four', { quantities: { exact: 4 } })),
    // oddity: an even number of tickets
    build(
      plainShow(notable.pairsOnly, 'EOD0102E', 'Pairs Only', { quantities: { minimum: 2, multiple: 2 } }),
    ),
    // oddity: at least three
    build(plainShow(notable.minimumThree, 'EOD0103E', 'Three or More', { quantities: { minimum: 3 } })),
    // oddity: four of a kind at most, yet six in all
    build(
      plainShow(notable.fourOfAKind, 'EOD0104E', 'Four of a Kind, Six in All', {
        ticketTypes: [adult, child],
        quantities: { limit: 4 },
        eventLimit: 6,
      }),
    ),
    // oddity: limit 0, which means none
    build(plainShow(notable.noTicketLimit, 'EOD0105E', 'No Ticket Limit', { quantities: { limit: 0 } })),
    // oddity: ticket types that can be combined in one cart
    build(
      plainShow(notable.family, 'EOD0106E', 'Family Day: Adult, Child and Senior', {
        ticketTypes: [adult, child, senior],
      }),
    ),
  ];
}

/** Fees beside the price and inside it, in more than one currency. */
function feeRules(): CatalogueEvent[] {
  const feesCents = { facility: 350, service: 815 };
  return [
    // oddity: cents that floating point cannot hold, and one fee of two in the displayed amount
    build(
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
    // oddity: both fees in the displayed amount
    build(
      plainShow(notable.allIn, 'EOD0202E', 'All-In Pricing', {
        priceCents: 5739,
        feesCents,
        facilityFeeIncluded: true,
        serviceFeeIncluded: true,
      }),
    ),
    // oddity: the service fee in the displayed amount, the facility fee outside
    build(
      plainShow(notable.serviceIncluded, 'EOD0203E', 'Service Fee Included', {
        priceCents: 5739,
        feesCents,
        serviceFeeIncluded: true,
      }),
    ),
    // oddity: a kind of charge that the manual does not know
    build(
      plainShow(notable.unknownCharge, 'EOD0204E', 'Resort Levy', {
        feesCents: { ...feesCents, resort_levy: 199 },
      }),
    ),
    // oddity: nothing to pay
    build(plainShow(notable.freeOfCharge, 'EOD0205E', 'Free of Charge', { priceCents: 0, feesCents: {} })),
  ];
}

/** Houses with few places left, or none. */
function scarcity(): CatalogueEvent[] {
  return [
    // oddity: on sale, and nothing to sell
    { ...build(plainShow(notable.soldOut, 'EOD0301E', 'Sold Out')), seating: [] },
    // oddity: one seat
    {
      ...build(plainShow(notable.oneSeatLeft, 'EOD0302E', 'One Seat Left')),
      seating: singleSeats('204', 'K', [14]),
    },
    // oddity: seats, but no two together
    {
      ...build(plainShow(notable.noAdjacentSeats, 'EOD0303E', 'Scattered Single Seats')),
      seating: [...singleSeats('201', 'A', [1, 3, 7, 12]), ...singleSeats('205', 'F', [2, 5, 9, 14])],
    },
    // oddity: a row of five, so that two or three would leave somebody alone
    {
      ...build(plainShow('LASTROWOFFIVE001', 'EOD0304E', 'One Row of Five Left')),
      seating: rows('206', 'C', 5),
    },
    // oddity: places without numbers
    build(
      plainShow(notable.generalAdmission, 'EOD0305E', 'Standing Room: General Admission', {
        venue: venues.boston,
        shape: club,
        starts: '2030-03-23T20:00:00-04:00',
      }),
    ),
  ];
}

/** Events that are odd in what may be bought of them. */
export function oddSales(): CatalogueEvent[] {
  return [...quantityRules(), ...feeRules(), ...scarcity()];
}
