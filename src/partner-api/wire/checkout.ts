import { z } from 'zod';

import type { PaymentCertificate, Receipt, ShippingOption } from '../cart';
import { UpstreamNonsense } from '../errors';
import { NO_CURRENCY, money } from '../money';
import { decimal, flag, id, listOf, maybe, text, webAddress } from './tolerant';

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

/** The ways in which a cart's tickets can be delivered. Throws UpstreamNonsense where there is no list of them. */
export function readShippingOptions(json: unknown, eventCurrency: string | null): ShippingOption[] {
  const read = z.object({ shipping_options: z.array(z.unknown()) }).safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no shipping options in it');
  return listOf(option)
    .parse(read.data.shipping_options)
    .map(({ totals, ...wire }) => {
      const currency = totals?.currency_code ?? eventCurrency ?? NO_CURRENCY;
      return {
        id: wire.id,
        carrier: wire.carrier,
        serviceLevel: wire.service_level,
        requiresAddress: wire.requires_address ?? false,
        fee: totals !== null && totals.fee !== null ? money(totals.fee, currency) : null,
        total: totals !== null && totals.grand !== null ? money(totals.grand, currency) : null,
      };
    });
}

/** The certificate for card data. Throws UpstreamNonsense where there is none in it. */
export function readCertificate(json: unknown): PaymentCertificate {
  const read = z.object({ id, value: z.string().includes('BEGIN CERTIFICATE') }).safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no certificate in it');
  return { id: read.data.id, pem: read.data.value };
}

const purchase = z.object({
  order_token: maybe(text),
  order_number: maybe(text),
  redemption_url: maybe(webAddress),
  tm_app_url: maybe(z.string().startsWith('ticketmaster:')),
  grand_total: maybe(decimal),
});

/**
 * What upstream tells of a purchase. Every field may be missing: the money has been taken all the same.
 *
 * @throws UpstreamNonsense where it is no JSON object.
 */
export function readReceipt(json: unknown, currency: string | null): Receipt {
  const read = purchase.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no receipt in it');
  const { order_token, order_number, redemption_url, tm_app_url, grand_total } = read.data;
  return {
    orderToken: order_token,
    orderNumber: order_number,
    redemptionUrl: redemption_url,
    appUrl: tm_app_url,
    grandTotal: grand_total === null ? null : money(grand_total, currency ?? NO_CURRENCY),
  };
}
