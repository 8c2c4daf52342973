import { z } from 'zod';

import type { Receipt, ShippingOption } from '../model/cart';
import type { PaymentCertificate } from '../model/payment';
import { UpstreamNonsense } from '../errors';
import { NO_CURRENCY, money } from '../model/money';
import { currencyCode, decimal, flag, id, listOf, maybe, text, webAddress } from './tolerant';

const option = z.object({
  id,
  carrier: maybe(text),
  service_level: maybe(text),
  requires_address: maybe(flag),
  totals: maybe(
    z.object({
      currency_code: maybe(z.string().regex(/^[A-Z]{3}$/)),
      fee: maybe(decimal),
      grand: maybe(decimal),
    }),
  ),
});

/** Reads the ways of delivery. Throws UpstreamNonsense where there is no list of them. */
export function readShippingOptions(json: unknown, eventCurrency: string | null): ShippingOption[] {
  const read = z.object({ shipping_options: z.array(z.unknown()) }).safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no shipping options in it');
  return listOf(option)
    .parse(read.data.shipping_options)
    .map(({ totals, ...wire }) => {
      const currency = totals?.currency_code ?? eventCurrency ?? NO_CURRENCY;
      return {
        shippingOptionId: wire.id,
        carrier: wire.carrier,
        serviceLevel: wire.service_level,
        requiresAddress: wire.requires_address ?? false,
        fee: totals !== null && totals.fee !== null ? money(totals.fee, currency) : null,
        total: totals !== null && totals.grand !== null ? money(totals.grand, currency) : null,
      };
    });
}

/** Reads the certificate for card data. Throws UpstreamNonsense where there is none. */
export function readCertificate(json: unknown): PaymentCertificate {
  const read = z.object({ id, value: z.string().includes('BEGIN CERTIFICATE') }).safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no certificate in it');
  return { certificateId: read.data.id, pem: read.data.value };
}

const purchase = z.object({
  order_token: maybe(id),
  order_number: maybe(id),
  redemption_url: maybe(webAddress),
  tm_app_url: maybe(z.string().startsWith('ticketmaster:')),
  grand_total: maybe(decimal),
  currency_code: maybe(currencyCode),
});

/**
 * Reads the receipt of a purchase. Fields may be missing, but not all: an object without any of them, such as a cart or a
 * proxy's response, does not prove a purchase.
 *
 * @throws UpstreamNonsense where it is not a receipt.
 */
export function readReceipt(json: unknown, currency: string | null): Receipt {
  const read = purchase.safeParse(json);
  const isReceipt =
    read.success &&
    Object.entries(read.data).some(([name, value]) => value !== null && name !== 'currency_code');
  if (!isReceipt) throw new UpstreamNonsense('no receipt in it');
  const { order_token, order_number, redemption_url, tm_app_url, grand_total, currency_code } = read.data;
  return {
    orderToken: order_token,
    orderNumber: order_number,
    redemptionUrl: redemption_url,
    appUrl: tm_app_url,
    grandTotal: grand_total === null ? null : money(grand_total, currency_code ?? currency ?? NO_CURRENCY),
  };
}
