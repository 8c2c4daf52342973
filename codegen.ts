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
    'packages/client/src/schema-types.ts': {
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
          Event: '../partner-api/model/event#PartnerEvent',
          EventListing: '../partner-api/model/listed-event#ListedEvent',
          Cart: '../carts/lifecycle/record#CartRecord',
          CartItem: './resolvers/models#CartItemModel',
          Captcha: './resolvers/models#CaptchaModel',
          Pending: './resolvers/models#PendingModel',
          CartDeleted: './resolvers/models#CartDeletedModel',
          PurchaseReceipt: './resolvers/models#PurchaseReceiptModel',
          PaymentDeclined: './resolvers/models#PaymentDeclinedModel',
          TotalChanged: './resolvers/models#TotalChangedModel',
          OutcomeUnknown: './resolvers/models#OutcomeUnknownModel',
          InvalidInput: './resolvers/models#InvalidInputModel',
          NoInventory: './resolvers/models#NoInventoryModel',
          TicketLimitExceeded: './resolvers/models#TicketLimitExceededModel',
          CaptchaFailed: './resolvers/models#CaptchaFailedModel',
          EventNotSellable: './resolvers/models#EventNotSellableModel',
          CartGone: './resolvers/models#CartGoneModel',
          UnderMaintenance: './resolvers/models#UnderMaintenanceModel',
          Throttled: './resolvers/models#ThrottledModel',
          IdempotencyConflict: './resolvers/models#IdempotencyConflictModel',
          UpstreamFailed: './resolvers/models#UpstreamFailedModel',
        },
      },
    },
  },
};

export default config;
