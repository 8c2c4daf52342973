import { z } from 'zod';

import { UpstreamNonsense } from '../errors';
import { NO_CURRENCY, money } from '../model/money';
import type { EmailStatus, Order, OrderCharge, OrderTicket, UnredeemedOrder } from '../model/order';
import { epochMs, localDate, when } from './dates';
import { currencyCode, decimal, eventId, flag, id, listOf, maybe, text, webAddress, whole } from './tolerant';

const charge = z.object({
  type: maybe(text),
  sub_type: maybe(text),
  description: maybe(text),
  amount: maybe(z.object({ amount: decimal, currency: maybe(currencyCode) })),
});

const ticket = z.object({
  display_id: maybe(id),
  order_number: maybe(id),
  order_date: maybe(localDate),
  event_id: maybe(eventId),
  event_name: maybe(text),
  event_code: maybe(text),
  event_host: maybe(text),
  section: maybe(id),
  row: maybe(id),
  seat_name: maybe(id),
  is_ga: maybe(flag),
  ticket_type_description: maybe(z.object({ id: maybe(id), description: maybe(text) })),
  face_value: maybe(decimal),
  charges: listOf(charge),
  barcode_id: maybe(id),
  barcode_url: maybe(webAddress),
  barcode_display_date: when,
  portal: maybe(text),
  text: listOf(z.string()),
  transfer_eligibility: maybe(text),
  voided: maybe(flag),
});

const order = z.object({
  customer_email: maybe(text),
  tickets: z.array(z.unknown()),
  delivery: maybe(
    z.object({
      carrier: maybe(text),
      service_level: maybe(text),
      description: maybe(z.object({ short: maybe(text) })),
    }),
  ),
  voided: maybe(flag),
});

/**
 * Reads an order (`customer_email`, `tickets`, `delivery`, `voided`).
 *
 * @throws UpstreamNonsense where it has no list of tickets.
 */
export function readOrder(json: unknown): Order {
  const read = order.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no order in it');
  const { customer_email, tickets, delivery, voided } = read.data;
  return {
    customerEmail: customer_email,
    tickets: listOf(ticket).parse(tickets).map(ticketOf),
    delivery: delivery && {
      carrier: delivery.carrier,
      serviceLevel: delivery.service_level,
      description: delivery.description?.short ?? null,
    },
    voided,
  };
}

function ticketOf(wire: z.infer<typeof ticket>): OrderTicket {
  // The face value names no currency; the charges of the same ticket do.
  const named = wire.charges.map((entry) => entry.amount?.currency ?? null);
  const currency = named.find((code) => code !== null) ?? NO_CURRENCY;
  return {
    displayId: wire.display_id,
    orderNumber: wire.order_number,
    orderDate: wire.order_date,
    eventId: wire.event_id,
    eventName: wire.event_name,
    eventCode: wire.event_code,
    eventHost: wire.event_host,
    section: wire.section,
    row: wire.row,
    seat: wire.seat_name,
    isGeneralAdmission: wire.is_ga,
    ticketTypeId: wire.ticket_type_description?.id ?? null,
    description: wire.ticket_type_description?.description ?? null,
    faceValue: wire.face_value === null ? null : money(wire.face_value, currency),
    charges: wire.charges.map((entry): OrderCharge => ({
      kind: entry.type,
      reason: entry.sub_type,
      description: entry.description,
      amount: entry.amount && money(entry.amount.amount, entry.amount.currency ?? currency),
    })),
    barcodeId: wire.barcode_id,
    barcodeUrl: wire.barcode_url,
    barcodeShownFrom: wire.barcode_display_date,
    portal: wire.portal,
    text: wire.text,
    transferEligibility: wire.transfer_eligibility,
    isVoided: wire.voided,
  };
}

const emailStatuses = new Map<number | null, EmailStatus>([
  [1, 'SENT'],
  [2, 'BOUNCED'],
  [3, 'SPAM'],
  [4, 'SEND_ERROR'],
]);

const unredeemed = z.object({
  event_id: maybe(eventId),
  event_date_time: maybe(epochMs),
  purchase_date_time: maybe(epochMs),
  purchase_email_address: maybe(text),
  email_status: maybe(whole),
  order_source_account_id: maybe(id),
  // Not in the manual's sample, but in other copies of its edition.
  order_token: maybe(id),
});

/**
 * Reads the orders that have not been redeemed yet (`{"data": […]}`).
 *
 * @throws UpstreamNonsense where there is no list, which is not the same as an empty one.
 */
export function readUnredeemed(json: unknown): UnredeemedOrder[] {
  const read = z.object({ data: z.array(z.unknown()) }).safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no orders in it');
  return listOf(unredeemed)
    .parse(read.data.data)
    .map((wire) => ({
      eventId: wire.event_id,
      eventStartsAt: wire.event_date_time,
      purchasedAt: wire.purchase_date_time,
      email: wire.purchase_email_address,
      emailStatus: emailStatuses.get(wire.email_status) ?? 'UNKNOWN',
      rawEmailStatus: wire.email_status,
      sourceAccountId: wire.order_source_account_id,
      orderToken: wire.order_token,
    }));
}
