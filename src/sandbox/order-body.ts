import { createHash } from 'node:crypto';
import type { Order } from './orders';
import type { TicketPrice } from './offer';
import { amount, kind } from './pricing';
import { record, text } from './reading';
import type { PricedLine } from './selection';

/** The charges of an order's ticket, in hundredths. */
interface OrderCharges {
  price: number;
  service: number;
  facility: number;
  tax: number;
  distance: number;
}

/** An order as `GET /orders` answers it, with one ticket for each seat. */
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

/** The ticket of the order's seat number `index`. */
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

/** A ticket's charges by the five kinds that orders know; a fee of another kind counts as service. */
function orderCharges({ details }: TicketPrice): OrderCharges {
  const charges: OrderCharges = { price: 0, service: 0, facility: 0, tax: 0, distance: 0 };
  for (const detail of details) {
    const of = kind(detail);
    if (of === 'merchandise') charges.price += detail.cents;
    else if (of === 'tax') charges.tax += detail.cents;
    else if (detail.type === 'facility' || detail.type === 'distance') charges[detail.type] += detail.cents;
    else charges.service += detail.cents;
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

/** As many decimal digits, always the same ones for the same text. */
function digits(seed: string, count: number): string {
  const hash = createHash('sha256').update(seed).digest();
  return String(hash.readUIntBE(0, 6)).padStart(count, '0').slice(-count);
}
