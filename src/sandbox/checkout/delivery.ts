/** A way of delivering tickets to the buyer. */
export interface DeliveryOption {
  id: string;
  carrier: string;
  serviceLevel: string;
  /** The description in orders. */
  description: string;
  requiresAddress: boolean;
  feeCents: number;
}

/** The delivery of partners with preconfigured shipping. */
export const PRECONFIGURED_DELIVERY: DeliveryOption = {
  id: '1',
  carrier: 'TICKETMASTER',
  serviceLevel: 'ETICKET',
  description: 'Electronic Ticket',
  requiresAddress: false,
  feeCents: 0,
};

/** The options of all other partners, for any cart. */
export const DELIVERY_OPTIONS: readonly DeliveryOption[] = [
  PRECONFIGURED_DELIVERY,
  {
    id: '2',
    carrier: 'USPS',
    serviceLevel: 'MAIL',
    description: 'US Postal Mail',
    requiresAddress: true,
    feeCents: 50,
  },
  {
    id: '3',
    carrier: 'USPS',
    serviceLevel: 'AIRMAIL',
    description: 'US Postal Airmail',
    requiresAddress: true,
    feeCents: 50,
  },
  {
    id: '4',
    carrier: 'TICKETMASTER',
    serviceLevel: 'WILLCALL',
    description: 'Will Call',
    requiresAddress: false,
    feeCents: 250,
  },
];
