/** A tab of the playground: an operation with all that it needs to run as it is. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

/** What the manual calls forced polling: the sandbox, and upstream's test systems, then answer with a `wait` first. */
const FORCE_POLLING = JSON.stringify({ 'X-TM-FORCE-POLLING': 'true' }, null, 2);

const variables = (values: object): string => JSON.stringify(values, null, 2);

// Without variables: those of the first tab GraphiQL would leave out when it opens.
const readEvent: Example = {
  query: `# The triangle, or Ctrl-Enter, runs this.
# The book at the left has the documentation;
# Ctrl-Space completes what you write.

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
      id
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
  query: `# Many at once. An id that upstream does not
# know is null, and harms no other.

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
  query: `# The header X-TM-FORCE-POLLING makes upstream
# take its time, so the answer is a Pending.
# Go on with Follow before the cart's lease of
# two minutes is over.

mutation CreateCart($input: CreateCartInput!) {
  createCart(input: $input) {
    __typename
    ... on Pending {
      token
      waitSeconds
      giveUpAt
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
  query: `# The gateway tells what becomes of the cart:
# each Pending as it comes, and then the Cart.
# {{token}} in the variables stands for the
# newest token that CreateCart answered.

subscription Follow($token: ID!) {
  cartProgress(token: $token) {
    __typename
    ... on Pending {
      attempt
      waitSeconds
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
  query: `# The same by asking. It only looks into the
# gateway's own records: ask as often as you like.

query Poll($token: ID!) {
  pollCart(token: $token, waitUpToSeconds: 25) {
    __typename
    ... on Pending {
      token
      waitSeconds
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
# newest cart.

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
  query: `# Buying, in five tabs: Reserve, Ship, Pay, Buy,
# ReadOrder.

mutation Reserve($input: CreateCartInput!) {
  createCart(input: $input, waitUpToSeconds: 25) {
    __typename
    ... on Cart {
      id
      remainingSteps
      shippingOptions {
        id
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
  query: `# Option 4 is to fetch the tickets at the venue.
# Delivery changes what the cart costs.

mutation Ship($input: SetCartShippingInput!) {
  setCartShipping(input: $input, waitUpToSeconds: 25) {
    ${cartWithTotal}
  }
}
`,
  variables: variables({ input: { cartId: '{{cart}}', shippingOptionId: '4' } }),
};

const pay: Example = {
  query: `# Who buys, and how they pay: here by invoice.
# A card's number would have to be encrypted by
# the page, with encryptCard of stagedoor/client;
# in the clear it is refused. Try it.

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
  query: `# This takes the money: in the sandbox, nobody's.
# {{total}} is the cart's newest total.
# Running it twice buys once, and gives the same
# receipt.

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
  query: `# The order as upstream has it, by the receipt's
# token: {{order}}.

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

/** The playground's first tabs, in the order in which each finds what it goes on from. */
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
