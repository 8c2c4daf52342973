/** A way in which tickets come to the buyer. */
export interface DeliveryOption {
  id: string;
  carrier: string;
  serviceLevel: string;
  /** As orders describe it. */
  description: string;
  requiresAddress: boolean;
  feeCents: number;
}

/** What a partner with preconfigured shipping delivers by. */
export const PRECONFIGURED_DELIVERY: DeliveryOption = {
  id: '1',
  carrier: 'TICKETMASTER',
  serviceLevel: 'ETICKET',
  description: 'Electronic Ticket',
  requiresAddress: false,
  feeCents: 0,
};

/** What every other partner can offer for any cart. */
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
