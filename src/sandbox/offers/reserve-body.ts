import { z } from 'zod';

const numericId = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
const seatNumber = z.union([z.int(), z.string()]).transform(String);

/** What is asked for. Optional fields may be absent but not null. */
const wanted = z.object({
  tickets: z
    .array(
      z.object({
        id: z.string(),
        quantity: z.int(),
        price: z.object({ id: numericId.optional(), amount: z.number().optional() }).optional(),
      }),
    )
    .min(1),
  areas: z.array(z.object({ id: numericId })).optional(),
  places: z.array(z.string()).optional(),
  section: z.string().optional(),
  row: z.string().optional(),
  begin_seat: seatNumber.optional(),
  end_seat: seatNumber.optional(),
  accept_best_available: z.boolean().optional(),
});

/** The body of a reserve in edition 2015. */
export const reserveBody = z.object({
  cart_id: z.string().optional(),
  event: wanted.extend({ id: z.string() }),
});

/** The body of a reserve in edition 2018: the event is in the path. */
export const reserveBodyUnderEvent = z.object({ token: z.string().optional(), reserve: wanted });

/** What a reserve asks for. */
export type ReserveEvent = z.output<typeof wanted>;
