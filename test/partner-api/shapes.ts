import { z } from 'zod';

import type { PartnerEvent } from '../../src/partner-api/model/event';

/*
 * What the rest of the gateway may rely on: every field there, of its type, and nothing besides. Said a second time,
 * apart from the reader, so that the reader can be held to it.
 */

const text = z.string().min(1).nullable();
const whole = z.int32().nullable();
const flag = z.boolean().nullable();
const url = z.string().regex(/^\s*https?:/i);
const time = z.iso.datetime().nullable();
const money = z.strictObject({
  amount: z.string().regex(/^-?\d+(\.\d+)?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
const chargeKinds = ['FACE_VALUE', 'FACE_VALUE_TAX', 'FACILITY', 'SERVICE', 'SERVICE_TAX', 'SERVICE_TAX2'];
const charge = z.strictObject({
  kind: z.enum([...chargeKinds, 'DISTANCE', 'UNKNOWN']),
  rawKind: z.string(),
  amount: money,
  tax: money.nullable(),
  quantity: whole,
});
const image = { url, width: whole, height: whole };

/** The far end of a link between an area and a price level: going further would go in circles. */
const linkedArea = z.looseObject({ areaId: z.string().min(1) });
const linkedLevel = z.looseObject({ priceLevelId: z.string().min(1) });
const area = z.strictObject({
  areaId: z.string().min(1),
  description: text,
  priceLevels: z.array(linkedLevel),
});
const priceLevel = z.strictObject({
  priceLevelId: z.string().min(1),
  description: text,
  amounts: z.array(money),
  areas: z.array(linkedArea),
});
const rangeEnd = z.strictObject({
  display: money.nullable(),
  faceValue: money.nullable(),
  fees: money.nullable(),
});

/** A `PartnerEvent`, whole. */
export const eventShape = z.strictObject({
  id: z.string(),
  apiTransactable: z.boolean(),
  name: text,
  url: url.nullable(),
  startsAt: time,
  onsaleAt: time,
  offsaleAt: time,
  publishedAt: time,
  presales: z.array(z.strictObject({ label: text, startsAt: time, endsAt: time })),
  statuses: z.array(
    z.strictObject({
      kind: z.enum(['ONSALE', 'OFFSALE', 'CANCELLED', 'POSTPONED', 'RESCHEDULED', 'UNKNOWN']),
      rawKind: z.string(),
      since: time,
    }),
  ),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  priceRange: z
    .strictObject({ description: text, min: rangeEnd.nullable(), max: rangeEnd.nullable() })
    .nullable(),
  tickets: z.array(
    z.strictObject({
      ticketId: z.string().min(1),
      description: text,
      prices: z.array(
        z.strictObject({
          priceId: z.string().min(1),
          amount: money,
          displayAmount: money,
          charges: z.array(charge),
          level: priceLevel.nullable(),
        }),
      ),
      quantities: z.strictObject({ exact: whole, minimum: whole, multiple: whole, limit: whole }).nullable(),
      areas: z.array(area),
    }),
  ),
  ticketLimit: z.int32().positive().nullable(),
  areaGroups: z.array(z.strictObject({ label: text, areas: z.array(area) })),
  priceLevels: z.array(priceLevel),
  searchCriteria: z.array(z.string()),
  artists: z.array(z.strictObject({ artistId: text, name: text, rank: whole, isSingleAct: flag })),
  promoter: z.strictObject({ promoterId: text, name: text }).nullable(),
  notes: z.array(
    z.strictObject({
      kind: z.enum(['TICKET_LIMIT', 'WEB_INFO', 'UNKNOWN']),
      rawKind: z.string(),
      text: z.string(),
    }),
  ),
  image: z.strictObject(image).nullable(),
  facilityFeeIncluded: flag,
  serviceFeeIncluded: flag,
  purchaseOrganization: text,
  typeId: whole,
  venue: z
    .strictObject({
      venueId: text,
      name: text,
      timeZone: text,
      address: z
        .strictObject({
          line1: text,
          line2: text,
          city: text,
          postalCode: text,
          state: whole,
          regionCode: text,
          country: whole,
          countryCode: text,
        })
        .nullable(),
      markets: z.array(z.strictObject({ marketId: text, name: text })),
      images: z.array(z.strictObject({ ...image, name: text, rawKind: text })),
    })
    .nullable(),
});

const totals = z
  .strictObject({
    merchandise: money.nullable(),
    fees: money.nullable(),
    tax: money.nullable(),
    delivery: money.nullable(),
    grand: money.nullable(),
    unpaid: money.nullable(),
  })
  .nullable();

/** What `readCart` gives, whole. */
export const cartShape = z.strictObject({
  cartId: text,
  cart: z.strictObject({
    holdSeconds: z.number().min(0).max(1e9).nullable(),
    items: z.array(
      z.strictObject({
        kind: z.enum(['TICKETS', 'DELIVERY', 'PROCESSING', 'UNKNOWN']),
        rawKind: text,
        section: text,
        row: text,
        firstSeat: text,
        lastSeat: text,
        quantity: whole,
        generalAdmission: z.boolean(),
        tickets: z.array(
          z.strictObject({ ticketId: text, description: text, quantity: whole, charges: z.array(charge) }),
        ),
        totals,
      }),
    ),
    totals,
    payments: z.array(
      z.strictObject({
        kind: z.enum(['CARD', 'INVOICE', 'APPLE_PAY', 'GOOGLE_WALLET', 'WALLET', 'UNKNOWN']),
        rawKind: z.string(),
        amount: money.nullable(),
        issuer: text,
        lastFour: text,
        expiryMonth: whole,
        expiryYear: whole,
      }),
    ),
  }),
});

/** An event with all its parts read, as plain data. */
export const wholeOf = (event: PartnerEvent): PartnerEvent =>
  Object.fromEntries(
    Object.keys(eventShape.shape).map((field) => [field, event[field as keyof PartnerEvent]]),
  ) as unknown as PartnerEvent;
