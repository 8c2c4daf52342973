import { catalogue, notable } from '../../dist/sandbox/catalogue/catalogue.js';

/*
 * What a sale morning asks. The events never change and lie far in the future, so that an answer is right or wrong by
 * its bytes.
 */

const SMALL = `query Small($id: EventID!) {
  event(id: $id) { id name startsAt currency venue { name timeZone } }
}`;

const MONEY = '{ amount currency }';
const FULL = `query Full($id: EventID!) {
  event(id: $id) {
    id name url apiTransactable startsAt localDate localTime onsaleAt offsaleAt publishedAt currency ticketLimit
    presales { label startsAt endsAt }
    statuses { kind rawKind since }
    priceRange { description min { display ${MONEY} } max { display ${MONEY} } }
    tickets {
      ticketId description quantities { exact minimum multiple limit }
      prices { priceId amount ${MONEY} displayAmount ${MONEY} charges { kind rawKind amount ${MONEY} } level { priceLevelId description } }
      areas { areaId description }
    }
    areaGroups { label areas { areaId description priceLevels { priceLevelId description } } }
    priceLevels { priceLevelId description amounts ${MONEY} areas { areaId description } }
    artists { artistId name rank isSingleAct } promoter { promoterId name } notes { kind rawKind text }
    image { url width height } facilityFeeIncluded serviceFeeIncluded purchaseOrganization typeId searchCriteria
    venue { venueId name timeZone address { line1 line2 city postalCode } markets { marketId name } images { url name } }
  }
}`;

const LIST = `query List($ids: [EventID!]!) {
  events(ids: $ids) {
    id name startsAt localDate localTime currency
    image { url width height }
    priceRange { min { display ${MONEY} } max { display ${MONEY} } }
    venue { name timeZone address { city } }
    tickets { ticketId description }
  }
}`;

const ids = catalogue()
  .map(({ id }) => id)
  .filter((id) => /^[0-9A-Za-z]{15,16}$/.test(id));
const plain = catalogue()
  .filter(({ answer }) => JSON.stringify(answer).length < 20_000)
  .map(({ id }) => id)
  .filter((id) => ids.includes(id));

/** A list of `count` events, of which upstream knows all. */
export const list = (count) => ({ query: LIST, variables: { ids: plain.slice(0, count) } });
/** The small query of the event `id`. */
export const small = (id) => ({ query: SMALL, variables: { id } });
export const full = (id) => ({ query: FULL, variables: { id } });

export const workloads = [
  { name: 'W1', title: 'a small query', body: small(notable.manualSample) },
  { name: 'W2', title: 'a full query of a fat event', body: full(notable.fat) },
  { name: 'W3', title: 'a list of 20 events', body: list(20) },
];
