import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  EventID: 'string',
  DateTime: 'string',
  LocalDate: 'string',
  LocalTime: 'string',
  TimeZone: 'string',
  Decimal: 'string',
  CurrencyCode: 'string',
  URL: 'string',
};

/**
 * Resolver types, client types, the example shop's documents and the reference from the schema. `npm run codegen` writes
 * them, `npm run codegen:check` fails if they are stale.
 */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'docs/schema.md': { plugins: ['./scripts/schema-reference.cjs'] },
    // What a page knows of the schema.
    'src/client/schema-types.ts': {
      plugins: ['typescript'],
      config: {
        enumsAsTypes: true,
        avoidOptionals: { field: true },
        immutableTypes: true,
        strictScalars: true,
        scalars,
      },
    },
    // The documents of the example shop, as text with their types.
    'examples/storefront/src/api/generated/': {
      preset: 'client',
      documents: 'examples/storefront/src/api/*.graphql',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        strictScalars: true,
        onlyOperationTypes: true,
        scalars,
      },
    },
    'src/graphql/generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        avoidOptionals: { field: true },
        immutableTypes: true,
        contextType: './context#Context',
        strictScalars: true,
        scalars,
        // State and Country are upstream's numbers inside the server.
        enumValues: { State: './enum-values#StateId', Country: './enum-values#CountryId' },
        mappers: {
          Event: '../partner-api/event#PartnerEvent',
          EventListing: '../partner-api/listed-event#ListedEvent',
          Cart: '../carts/record#CartRecord',
          Pending: './parents#PendingParent',
          CartDeleted: './parents#CartDeletedParent',
          PurchaseReceipt: './parents#PurchaseReceiptParent',
          PaymentDeclined: './parents#PaymentDeclinedParent',
          TotalChanged: './parents#TotalChangedParent',
          OutcomeUnknown: './parents#OutcomeUnknownParent',
          InvalidInput: './parents#InvalidInputParent',
          NoInventory: './parents#NoInventoryParent',
          TicketLimitExceeded: './parents#TicketLimitExceededParent',
          CaptchaFailed: './parents#CaptchaFailedParent',
          EventNotSellable: './parents#EventNotSellableParent',
          CartGone: './parents#CartGoneParent',
          UnderMaintenance: './parents#UnderMaintenanceParent',
          Throttled: './parents#ThrottledParent',
          IdempotencyConflict: './parents#IdempotencyConflictParent',
          UpstreamFailed: './parents#UpstreamFailedParent',
        },
      },
    },
  },
};

export default config;
