import { graphql } from './gql/index.js';

/*
 * What all three clients ask. The fragment names every result that a reservation can come to; `... on Failure` also
 * catches failures that are added later.
 */

export const ReservationParts = graphql(`
  fragment Reservation on PollingResult {
    __typename
    ... on Pending {
      token
      waitSeconds
    }
    ... on Cart {
      id
      holdSeconds
      releaseUrl
      totals {
        grand {
          amount
          currency
        }
      }
    }
    ... on Failure {
      code
      message
      retryable
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
        id
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

export const DeleteCart = graphql(`
  mutation DeleteCart($cartId: ID!) {
    deleteCart(input: { cartId: $cartId }, waitUpToSeconds: 25) {
      __typename
      ... on CartDeleted {
        cartId
      }
      ... on Failure {
        code
        message
      }
    }
  }
`);
