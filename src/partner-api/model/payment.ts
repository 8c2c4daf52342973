/** A postal address. State and country are those of the manual's appendix. */
export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string;
  readonly unit?: string;
  readonly city: string;
  /** The abbreviation of the state or province. */
  readonly region?: string;
  /** The appendix's number of the country, e.g. 840. */
  readonly country: number;
  readonly postalCode: string;
}

export interface Buyer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly homePhone?: string;
  readonly address: PostalAddress;
}

/** A card that the page encrypted. */
export interface EncryptedCard {
  /** Encrypted, base64: never a number in the clear. */
  readonly number: string;
  readonly securityCode: string;
  readonly certificateId: string;
  readonly issuer?: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly postalCode?: string;
}

/** A wallet, in upstream's words: those of phones, and Ticketmaster's own. */
export type WalletKind = 'APPLE_PAY' | 'GOOGLE_WALLET' | 'WALLET';

/** How the buyer pays: by a card that the page encrypted, on an invoice, or by what a wallet gave. */
export type PaymentMethod =
  | (EncryptedCard & { readonly kind: 'card' })
  | { readonly kind: 'invoice'; readonly reference: string }
  | { readonly kind: 'wallet'; readonly wallet: WalletKind; readonly token: string };

/** How a cart is paid. It passes through and is stored nowhere. */
export interface PaymentRequest {
  readonly buyer: Buyer;
  readonly method: PaymentMethod;
  /** The unpaid amount as decimal text. */
  readonly amount: string;
}

/** A certificate under which a page encrypts a card. */
export interface PaymentCertificate {
  readonly certificateId: string;
  readonly pem: string;
}
