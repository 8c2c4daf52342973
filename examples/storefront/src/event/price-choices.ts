import type { EventPage, Ticket } from '../api/events';
import type { Money } from '../parts/money';

/** A price level that the shopper can choose. */
export interface PriceChoice {
  readonly id: string;
  readonly name: string;
  /** What the kinds of ticket cost at this level. */
  readonly amounts: readonly Money[];
  /** Where there are seats at this level. Empty: anywhere. */
  readonly areaIds: ReadonlySet<string>;
}

/** The price levels of an event, from all its kinds of ticket, in the order in which they appear. */
export function priceChoices({ tickets, priceLevels }: EventPage): readonly PriceChoice[] {
  const ids = [...new Set(tickets.flatMap(({ prices }) => prices.map(({ id }) => id)))];
  return ids.map((id) => {
    const level = priceLevels.find((candidate) => candidate.id === id);
    return {
      id,
      name: level?.description ?? `Price ${id}`,
      amounts: tickets.flatMap((ticket) => amountAt(ticket, id) ?? []),
      areaIds: new Set(level?.areas.map((area) => area.id)),
    };
  });
}

/** What a ticket costs at a price level. Undefined where it is not sold at that level. */
export const amountAt = ({ prices }: Ticket, priceId: string): Money | undefined =>
  prices.find(({ id }) => id === priceId)?.displayAmount;
