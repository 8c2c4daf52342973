import { graphql } from './gql/index.js';

/*
 * The operations of all three clients. The fragment selects every result of a reservation; `... on Failure` also matches
 * failures that are added later.
 */

export const CartParts = graphql(`
  fragment HeldCart on Cart {
    id
    status
    holdSeconds
    holdExpiresAt
    leaseExpiresAt
    releaseUrl
    totals {
      grand {
        amount
        currency
      }
    }
  }
`);

export const ReservationParts = graphql(`
  fragment Reservation on PollingResult {
    __typename
    ... on Pending {
      token
      waitSeconds
      releaseUrl
      cart {
        id
      }
      queue {
        position
        estimatedWaitSeconds
      }
    }
    ... on Cart {
      ...HeldCart
    }
    ... on Failure {
      code
      message
      retryable
      retryAfterSeconds
    }
    ... on OutcomeUnknown {
      token
    }
    ... on NoInventory {
      event {
        name
      }
    }
    ... on TicketLimitExceeded {
      limit
    }
    ... on EventNotSellable {
      redirectUrl
    }
    ... on UnderMaintenance {
      window {
        endsAt
      }
    }
  }
`);

export const ReadEvent = graphql(`
  query ReadEvent($id: EventID!) {
    event(id: $id) {
      id
      name
      tickets {
        ticketId
        prices {
          displayAmount {
            amount
            currency
          }
        }
      }
    }
  }
`);

export const CreateCart = graphql(`
  mutation CreateCart($input: CreateCartInput!) {
    createCart(input: $input) {
      ...Reservation
    }
  }
`);

export const PollCart = graphql(`
  query PollCart($token: ID!) {
    pollCart(token: $token, waitUpToSeconds: 25) {
      ...Reservation
    }
  }
`);

export const KeepCart = graphql(`
  mutation KeepCart($cartId: ID!) {
    keepCart(id: $cartId) {
      __typename
      ...HeldCart
    }
  }
`);

export const DeleteCart = graphql(`
  mutation DeleteCart($input: DeleteCartInput!) {
    deleteCart(input: $input, waitUpToSeconds: 25) {
      ...Reservation
    }
  }
`);
