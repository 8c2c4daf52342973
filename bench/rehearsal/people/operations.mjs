import { readTypeDefs } from '../../../dist/graphql/schema.js';

const hasLine = /type Pending \{[^}]*\bqueue\b/.test(readTypeDefs().replace(/"""[^]*?"""/g, ''));
const QUEUE = hasLine ? 'queue { position estimatedWaitSeconds }' : '';

const RESULT = `
  __typename
  ... on Pending { token waitSeconds releaseUrl ${QUEUE} }
  ... on Cart { id releaseUrl totals { grand { amount } } }
  ... on CartDeleted { cartId }
  ... on PurchaseReceipt { orderToken }
  ... on OutcomeUnknown { token }
  ... on Failure { code message retryable retryAfterSeconds }
`;

/*
 * What shoppers and readers send: short documents as a shop has them. Each returns its result as `result`.
 */

export const CREATE = `mutation Create($input: CreateCartInput!) { result: createCart(input: $input) { ${RESULT} } }`;
export const POLL = `query Poll($token: ID!) { result: pollCart(token: $token) { ${RESULT} } }`;
export const PROGRESS = `subscription Progress($token: ID!) { result: cartProgress(token: $token) { ${RESULT} } }`;
export const OPTIONS = `query Options($id: ID!) {
  result: cart(id: $id) { __typename shippingOptions { shippingOptionId requiresAddress } }
}`;
export const SHIP = `mutation Ship($input: SetCartShippingInput!) { result: setCartShipping(input: $input) { ${RESULT} } }`;
export const CERTIFICATE = `query Certificate($cartId: ID!) {
  result: paymentCertificate(cartId: $cartId) { __typename certificateId pem }
}`;
export const PAY = `mutation Pay($input: SetCartPaymentInput!) { result: setCartPayment(input: $input) { ${RESULT} } }`;
export const PURCHASE = `mutation Purchase($input: PurchaseCartInput!) { result: purchaseCart(input: $input) { ${RESULT} } }`;
export const DELETE = `mutation Delete($input: DeleteCartInput!) { result: deleteCart(input: $input) { ${RESULT} } }`;
export const LIST = `query List($ids: [EventID!]!) {
  result: events(ids: $ids) { id name startsAt priceRange { min { display { amount currency } } } venue { name } }
}`;
