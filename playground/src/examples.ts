/** A tab of the playground: an operation that runs unchanged. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

/** Forced polling: the sandbox and upstream's test systems then answer with a `wait` first. */
const FORCE_POLLING = JSON.stringify({ 'X-TM-FORCE-POLLING': 'true' }, null, 2);

const variables = (values: object): string => JSON.stringify(values, null, 2);

// Without variables: GraphiQL ignores those of the first tab when it opens.
const readEvent: Example = {
  query: `# Press Ctrl-Enter or the triangle to run.
# Press the book at the left for documentation.
# Press Ctrl-Space to complete a name.

query ReadEvent {
  event(id: "3F004CBB88958BF9") {
    name
    sellable
    startsAt
    venue {
      name
      timeZone
    }
    tickets {
      ticketId
      description
      prices {
        displayAmount {
          amount
          currency
        }
      }
    }
  }
}
`,
};

const listEvents: Example = {
  query: `# Reads several events at once. An id that
# upstream does not know gives null.

query ListEvents($ids: [EventID!]!) {
  events(ids: $ids) {
    id
    name
    localDate
    localTime
    maintenance {
      startsAt
      active
    }
    tickets {
      prices {
        displayAmount {
          amount
          currency
        }
      }
    }
  }
}
`,
  variables: variables({ ids: ['3F004CBB88958BF9', '1D004F240CEB4BDE', 'NOSUCHEVENT00001'] }),
};

const createCart: Example = {
  query: `# Reserves seats. With the header
# X-TM-FORCE-POLLING, the result is a Pending.
# Run Follow within four minutes: then the lease
# of the cart ends.

mutation CreateCart($input: CreateCartInput!) {
  createCart(input: $input) {
    __typename
    ... on Pending {
      token
      waitSeconds
      giveUpAt
      queue {
        position
        estimatedWaitSeconds
      }
      cart {
        __typename
        id
        status
      }
    }
    ... on Cart {
      id
      status
    }
    ... on Failure {
      code
      message
    }
  }
}
`,
  variables: variables({
    input: { eventId: '3F004CBB88958BF9', tickets: [{ ticketId: '000002040006', quantity: 2 }] },
  }),
  headers: FORCE_POLLING,
};

const follow: Example = {
  query: `# Streams the progress: each Pending, with the
# place in line if there is one, and then the
# Cart. {{token}} in the variables stands for
# the newest token from CreateCart.

subscription Follow($token: ID!) {
  cartProgress(token: $token) {
    __typename
    ... on Pending {
      attempt
      waitSeconds
      queue {
        position
        estimatedWaitSeconds
        notice
      }
    }
    ... on Cart {
      id
      status
      holdSeconds
      items {
        section
        row
        firstSeat
        lastSeat
      }
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
    }
  }
}
`,
  variables: variables({ token: '{{token}}' }),
};

const poll: Example = {
  query: `# The same by polling. It reads the gateway's
# records only: poll as often as you like.

query Poll($token: ID!) {
  pollCart(token: $token, waitUpToSeconds: 25) {
    __typename
    ... on Pending {
      token
      waitSeconds
      queue {
        position
        estimatedWaitSeconds
        notice
      }
    }
    ... on Cart {
      id
      status
      remainingSteps
      holdSeconds
    }
    ... on Failure {
      code
      message
    }
  }
}
`,
  variables: variables({ token: '{{token}}' }),
};

const remove: Example = {
  query: `# Gives the seats back. {{cart}} stands for the
# id of the newest cart.

mutation Delete($input: DeleteCartInput!) {
  deleteCart(input: $input, waitUpToSeconds: 25) {
    __typename
    ... on CartDeleted {
      cartId
      deletedAt
    }
    ... on Pending {
      token
      waitSeconds
    }
    ... on Failure {
      code
      message
    }
  }
}
`,
  variables: variables({ input: { cartId: '{{cart}}' } }),
};

const reserve: Example = {
  query: `# Buy in five tabs: Reserve, Ship, Pay, Buy,
# ReadOrder.

mutation Reserve($input: CreateCartInput!) {
  createCart(input: $input, waitUpToSeconds: 25) {
    __typename
    ... on Cart {
      id
      remainingSteps
      shippingOptions {
        shippingOptionId
        serviceLevel
        fee {
          amount
          currency
        }
      }
      totals {
        grand {
          amount
          currency
        }
      }
    }
    ... on Pending {
      token
      waitSeconds
    }
    ... on Failure {
      code
      message
    }
  }
}
`,
  variables: variables({
    input: { eventId: '3F004CBB88958BF9', tickets: [{ ticketId: '000002040006', quantity: 2 }] },
  }),
};

const cartWithTotal = `__typename
    ... on Cart {
      id
      remainingSteps
      totals {
        delivery {
          amount
        }
        grand {
          amount
          currency
        }
      }
    }
    ... on Pending {
      token
      waitSeconds
    }
    ... on Failure {
      code
      message
    }`;

const ship: Example = {
  query: `# Chooses the delivery: with option 4, the
# shopper collects the tickets at the venue.
# Delivery may change the total.

mutation Ship($input: SetCartShippingInput!) {
  setCartShipping(input: $input, waitUpToSeconds: 25) {
    ${cartWithTotal}
  }
}
`,
  variables: variables({ input: { cartId: '{{cart}}', shippingOptionId: '4' } }),
};

const pay: Example = {
  query: `# Sets the buyer and the payment, an invoice.
# For a card, the page encrypts the number with
# encryptCard of @stagedoor/client/card. A plain card
# number is refused: try it.

mutation Pay($input: SetCartPaymentInput!) {
  setCartPayment(input: $input) {
    ${cartWithTotal}
  }
}
`,
  variables: variables({
    input: {
      cartId: '{{cart}}',
      buyer: {
        firstName: 'John',
        lastName: 'Doe',
        email: 'john.doe@example.com',
        address: {
          line1: '123 Main Street',
          city: 'Los Angeles',
          state: 'CALIFORNIA',
          country: 'UNITED_STATES_OF_AMERICA',
          postalCode: '90210',
        },
      },
      method: { invoiceReference: '1234567890' },
    },
  }),
};

const buy: Example = {
  query: `# Buys the cart. The sandbox takes no real money.
# {{total}} is the newest total of the cart.
# A second run returns the same receipt.

mutation Buy($input: PurchaseCartInput!) {
  purchaseCart(input: $input, waitUpToSeconds: 25) {
    __typename
    ... on PurchaseReceipt {
      orderToken
      orderNumber
      redemptionUrl
      grandTotal {
        amount
        currency
      }
    }
    ... on Pending {
      token
      waitSeconds
    }
    ... on OutcomeUnknown {
      token
      retryAfterSeconds
      reference
    }
    ... on Failure {
      code
      message
    }
  }
}
`,
  variables: variables({ input: { cartId: '{{cart}}', expectedTotal: '{{total}}' } }),
};

const readOrder: Example = {
  query: `# Reads the order from upstream by the token of
# the receipt, {{order}}.

query ReadOrder($token: ID!) {
  order(token: $token) {
    customerEmail
    tickets {
      displayId
      section
      row
      seat
    }
  }
}
`,
  variables: variables({ token: '{{order}}' }),
};

/** The first tabs of the playground. Each needs the results of earlier ones. */
export const examples: Example[] = [
  readEvent,
  listEvents,
  createCart,
  follow,
  poll,
  remove,
  reserve,
  ship,
  pay,
  buy,
  readOrder,
];
