import { adult, type Quantities, type Show, type TicketType } from './show';
import { currencyOf } from './venues';

/** A price of a ticket type, in cents so that sums are exact. */
interface PriceCents {
  levelId: number;
  faceValue: number;
  displayed: number;
}

const ordinaryFeesCents = { facility: 250, service: 600 };
const ordinaryQuantities: Quantities = { exact: 0, limit: 8, minimum: 1, multiple: 1 };

/** The quantity rule of every ticket type of a show. */
export function quantitiesOf(show: Show): Quantities {
  return { ...ordinaryQuantities, ...show.quantities };
}

/** Cents as the decimal number in JSON: 5739 becomes 57.39. */
function wireAmount(cents: number): number {
  return cents / 100;
}

function feesOf(show: Show): Record<string, number> {
  return show.feesCents ?? ordinaryFeesCents;
}

/** The fees that the displayed amount includes. */
function includedFeesCents(show: Show): number {
  const { facility = 0, service = 0 } = feesOf(show);
  return (show.facilityFeeIncluded ? facility : 0) + (show.serviceFeeIncluded ? service : 0);
}

function typesOf(show: Show): TicketType[] {
  return show.ticketTypes ?? [adult];
}

function pricesOf(show: Show, type: TicketType): PriceCents[] {
  return show.shape.levels.map((level) => {
    const faceValue = Math.round((show.priceCents * type.percent * level.percent) / 10_000);
    return { levelId: level.id, faceValue, displayed: faceValue + includedFeesCents(show) };
  });
}

/** References to the areas of a price level. */
function areasOfLevel(show: Show, levelId: number) {
  return show.shape.areas.filter((area) => area.levels.includes(levelId)).map((area) => ({ id: area.id }));
}

function wirePrice(show: Show, price: PriceCents) {
  const currency = currencyOf(show.venue);
  const detail = (type: string, cents: number) => ({ amount: { amount: wireAmount(cents), currency }, type });
  return {
    amount: wireAmount(price.faceValue),
    display_amount: wireAmount(price.displayed),
    id: price.levelId,
    price_details: [
      detail('face_value', price.faceValue),
      ...Object.entries(feesOf(show)).map(([type, cents]) => detail(type, cents)),
    ],
  };
}

/**
 * The `tickets` of a show: every ticket type at every price level. `amount` is the face value; `display_amount` adds
 * the included fees.
 */
export function wireTickets(show: Show) {
  const areas = show.shape.areas.map((area) => ({ id: area.id }));
  return typesOf(show).map((type) => ({
    ...(areas.length > 0 && { areas }),
    description: type.description,
    id: type.id,
    prices: pricesOf(show, type).map((price) => wirePrice(show, price)),
    quantities: quantitiesOf(show),
  }));
}

/** The lowest and the highest price of a show. `fees` are those that the displayed amount includes. */
export function wirePriceRange(show: Show) {
  const faceValues = typesOf(show).flatMap((type) => pricesOf(show, type).map((price) => price.faceValue));
  const end = (faceValue: number) => ({
    display_amount: wireAmount(faceValue + includedFeesCents(show)),
    face_value: wireAmount(faceValue),
    fees: wireAmount(includedFeesCents(show)),
  });
  return {
    description: 'Prices subject to change',
    max: end(Math.max(...faceValues)),
    min: end(Math.min(...faceValues)),
  };
}

/** `area_groups` and `prices` of a show with areas; no fields for a show without. */
export function wireAreas(show: Show) {
  const { areas, levels } = show.shape;
  if (areas.length === 0) {
    return {};
  }
  return {
    area_groups: [
      {
        areas: areas.map((area) => ({
          description: area.description,
          id: area.id,
          prices: area.levels.map((id) => ({ id })),
        })),
        label: 'Section',
      },
    ],
    criteria_groups: ['bestavail', 'specificseats'],
    prices: levels.map((level) => ({
      amounts: amountsOfLevel(show, level.id),
      areas: areasOfLevel(show, level.id),
      description: level.description,
      id: level.id,
    })),
  };
}

/** The distinct face values at a price level, over all ticket types. */
function amountsOfLevel(show: Show, levelId: number): number[] {
  const faceValues = typesOf(show).flatMap((type) =>
    pricesOf(show, type)
      .filter((price) => price.levelId === levelId)
      .map((price) => price.faceValue),
  );
  return [...new Set(faceValues)].map(wireAmount);
}
