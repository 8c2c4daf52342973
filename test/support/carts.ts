import type { House } from './house';

/** Everything of a `PollingResult` that journeys look at. */
export const RESULT = `
  __typename
  ... on Pending { token operation waitSeconds pollAfter attempt giveUpAt queue { position estimatedWaitSeconds notice } releaseUrl cart { id status items { section } } }
  ... on Cart {
    id status holdExpiresAt holdSeconds leaseExpiresAt releaseUrl
    items {
      section row firstSeat lastSeat quantity generalAdmission
      tickets { ticketId quantity charges { kind rawKind amount { amount currency } tax { amount } quantity } }
      totals { grand { amount currency } }
    }
    totals { merchandise { amount } fees { amount } tax { amount } delivery { amount } grand { amount currency } unpaid { amount } }
  }
  ... on CartDeleted { cartId deletedAt }
  ... on Failure { code message retryable retryAfterSeconds upstreamCode }
  ... on InvalidInput { issues { path message code } }
  ... on NoInventory { event { id } }
  ... on TicketLimitExceeded { limit }
  ... on CaptchaFailed { captcha { siteKey } }
  ... on EventNotSellable { redirectUrl }
  ... on CartGone { goneAt }
  ... on UnderMaintenance { window { startsAt endsAt active } }
  ... on UpstreamFailed { requestId }
`;

export const CREATE = `mutation Create($input: CreateCartInput!, $wait: Int) {
  createCart(input: $input, waitUpToSeconds: $wait) { ${RESULT} }
}`;
export const POLL = `query Poll($token: ID!, $wait: Int) { pollCart(token: $token, waitUpToSeconds: $wait) { ${RESULT} } }`;
export const DELETE = `mutation Delete($input: DeleteCartInput!, $wait: Int) {
  deleteCart(input: $input, waitUpToSeconds: $wait) { ${RESULT} }
}`;

/** Makes every call that may poll do so, three deep. */
export const FORCE_POLLING = { 'x-tm-force-polling': 'true' };

/** Two tickets for the manual's own event. */
export const TWO_TICKETS = {
  eventId: '3F004CBB88958BF9',
  tickets: [{ ticketId: '000002040006', quantity: 2 }],
};

/** A `PollingResult` as JSON. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Result = any;

/** Sends `query` and returns its one field. */
export async function askOne(
  house: Pick<House, 'ask'>,
  query: string,
  variables: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Result> {
  const { data, errors } = await house.ask(query, variables, headers);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as Record<string, Result>)[0];
}

/** Polls as the schema asks clients to, until something other than `Pending` comes. Moves the clock. */
export async function follow(house: House, first: Result, poll = POLL): Promise<Result> {
  let result = first;
  while (result.__typename === 'Pending') {
    await house.clock.pass((result.waitSeconds as number) * 1000);
    result = await askOne(house, poll, { token: result.token as string });
  }
  return result;
}
