import { graphql } from './gql';

export const ResultParts = graphql(`
  fragment Result on PollingResult {
    __typename
    ... on Pending {
      token
      waitSeconds
      releaseUrl
      cart {
        id
      }
    }
    ... on Cart {
      ...CartParts
    }
    ... on PurchaseReceipt {
      orderNumber
    }
    ... on OutcomeUnknown {
      token
      retryAfterSeconds
    }
    ... on Failure {
      code
    }
  }
`);

export const CartParts = graphql(`
  fragment CartParts on Cart {
    id
    status
    releaseUrl
    holdSeconds
    holdExpiresAt
    leaseExpiresAt
    totals {
      grand {
        amount
      }
    }
  }
`);

export const CreateCart = graphql(`
  mutation CreateCart($input: CreateCartInput!) {
    createCart(input: $input) {
      ...Result
    }
  }
`);

export const PollCart = graphql(`
  query PollCart($token: ID!) {
    pollCart(token: $token) {
      ...Result
    }
  }
`);

export const KeepCart = graphql(`
  mutation KeepCart($id: ID!) {
    keepCart(id: $id) {
      __typename
      ...CartParts
    }
  }
`);

export const DeleteCart = graphql(`
  mutation DeleteCart($input: DeleteCartInput!) {
    deleteCart(input: $input) {
      ...Result
    }
  }
`);

export const Ship = graphql(`
  mutation Ship($input: SetCartShippingInput!) {
    setCartShipping(input: $input) {
      ...Result
    }
  }
`);

export const Certificate = graphql(`
  query Certificate($cartId: ID!) {
    paymentCertificate(cartId: $cartId) {
      certificateId
      pem
    }
  }
`);

export const Pay = graphql(`
  mutation Pay($input: SetCartPaymentInput!) {
    setCartPayment(input: $input) {
      ...Result
    }
  }
`);

export const Purchase = graphql(`
  mutation Purchase($input: PurchaseCartInput!) {
    purchaseCart(input: $input) {
      ...Result
    }
  }
`);
