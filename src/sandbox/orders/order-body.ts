import { createHash } from 'node:crypto';
import type { Order } from './orders';
import { record, text } from '../catalogue/json-values';
import { amount, kindOf } from '../offers/charges';
import type { TicketPrice } from '../offers/offer';
import type { PricedLine } from '../offers/selection';

/** A ticket's charges in an order, in hundredths of the currency. */
interface OrderCharges {
  price: number;
  service: number;
  facility: number;
  tax: number;
  distance: number;
}

/** An order as `GET /orders` returns it, with one ticket per seat. */
export function orderBody(order: Order) {
  const { delivery, emailAddress, contents } = order;
  const lineOfSeat = contents.lines.flatMap((line) => Array.from({ length: line.quantity }, () => line));
  return {
    customer_email: emailAddress,
    tickets: lineOfSeat.map((line, index) => ticketBody(order, line, index)),
    delivery: {
      carrier: delivery.carrier,
      description: { short: delivery.description },
      service_level: delivery.serviceLevel,
    },
    upsells: [],
    voided: false,
  };
}

/** The ticket of the order's seat at `index`. */
function ticketBody(
  { number, boughtMs, event, contents }: Order,
  { ticket, price }: PricedLine,
  index: number,
) {
  const { block, positions } = contents.seats;
  const seat = block.seats[positions[index] ?? -1] ?? '';
  const name = text(event.answer.event.name) ?? '';
  const venue = text(record(event.answer.event.venue).name) ?? '';
  const bought = new Date(boughtMs).toISOString();
  const charges = orderCharges(price);
  const barcode = createHash('sha256').update(`${number} ${index}`).digest('hex');
  return {
    barcode_display_date: { format: 'datetime', value: bought.replace(/\.\d+/, '') },
    barcode_id: digits(barcode, 16),
    barcode_url: `https://barcodes.example/AES-${barcode}.png`,
    charges: chargeBodies(charges, contents.currency),
    display_id: number,
    distance_charge: amount(charges.distance),
    event_code: event.code,
    event_host: event.host,
    event_id: event.id,
    event_name: name,
    face_value: amount(charges.price),
    facility_charge: amount(charges.facility),
    is_ga: block.generalAdmission,
    is_national_vip: false,
    order_date: bought.slice(0, 10),
    order_number: number,
    portal: '',
    row: block.row,
    seat_id: digits(`${event.id}/${block.section}/${block.row}/${seat}`, 9),
    seat_name: block.generalAdmission ? '' : seat,
    section: block.section,
    service_charge: amount(charges.service),
    tax: amount(charges.tax),
    text: ['', name.toUpperCase(), venue.toUpperCase()],
    ticket_type_description: { description: ticket.description, id: ticket.id },
    transfer_eligibility: 'available',
    voided: false,
  };
}

/** A ticket's charges by the five kinds that orders have. Other fees count as service. */
function orderCharges({ charges: ticketCharges }: TicketPrice): OrderCharges {
  const charges: OrderCharges = { price: 0, service: 0, facility: 0, tax: 0, distance: 0 };
  for (const charge of ticketCharges) {
    const { type, cents } = charge;
    const kind = kindOf(charge);
    if (kind === 'merchandise') charges.price += cents;
    else if (kind === 'tax') charges.tax += cents;
    else if (type === 'facility' || type === 'distance') charges[type] += cents;
    else charges.service += cents;
  }
  return charges;
}

function chargeBodies(charges: OrderCharges, currency: string) {
  const charge = (type: string, subType: string, description: string, cents: number) => ({
    amount: { amount: amount(cents), currency },
    description,
    sub_type: subType,
    type,
  });
  return [
    charge('price', 'price', 'Price', charges.price),
    charge('fee', 'service_charge', 'Service Charge', charges.service),
    charge('fee', 'facility_charge', 'Facility Charge', charges.facility),
    charge('tax', 'tax', 'Tax', charges.tax),
    charge('fee', 'distance_charge', 'Distance Charge', charges.distance),
  ];
}

/** `count` decimal digits, derived from `seed`: the same seed returns the same digits. */
function digits(seed: string, count: number): string {
  const hash = createHash('sha256').update(seed).digest();
  return String(hash.readUIntBE(0, 6)).padStart(count, '0').slice(-count);
}
