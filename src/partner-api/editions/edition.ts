import type { CartReference, Captcha, DeleteAnswer } from '../model/cart';
import type { ClosedHours } from '../model/closed-hours';
import type { EventAsRead } from '../model/event';
import type { OrderAnswer, OrderKey } from '../model/order';
import type { KeyPlace } from '../transport/api-address';
import type { availability } from '../calls/availability';
import type { Call } from '../calls/call';
import type { certificate, setPayment } from '../calls/payment';
import type { eventByCode, sellableEvents } from '../calls/look-ups';
import type { Poll } from '../calls/polling';
import type { pollPurchase, purchase } from '../calls/purchase';
import type { pollCart, reserve } from '../calls/reserve';
import type { setShipping, shippingOptions } from '../calls/shipping';
import type { unredeemed } from '../calls/orders';

/** The calls of one edition. Null: the edition has no such call. */
export interface Calls {
  readonly availability: typeof availability;
  readonly captcha: Call<string | null, CaptchaAnswer | null>;
  /** The page of a captcha, where `captcha` returns only its keys. */
  readonly captchaPage: Call<string, string> | null;
  readonly certificate: typeof certificate;
  readonly deleteCart: Call<CartReference, DeleteAnswer>;
  readonly event: Call<string, EventAsRead | null>;
  readonly eventByCode: typeof eventByCode;
  /** Opens a cart with the token of a solved captcha. Null: the reserve takes the token. */
  readonly openCart: Call<string, string> | null;
  readonly order: Call<OrderKey, OrderAnswer | null>;
  readonly pollCart: typeof pollCart;
  readonly pollDelete: Call<Poll, DeleteAnswer>;
  readonly pollOrder: Call<Poll, OrderAnswer | null>;
  readonly pollPurchase: typeof pollPurchase;
  readonly purchase: typeof purchase;
  readonly reserve: typeof reserve;
  readonly sellableEvents: typeof sellableEvents;
  readonly setPayment: typeof setPayment;
  readonly setShipping: typeof setShipping;
  readonly shippingOptions: typeof shippingOptions;
  readonly unredeemed: typeof unredeemed;
}

/** What upstream states of a captcha; `html` is null where its page is another call. */
export type CaptchaAnswer = Omit<Captcha, 'html'> & { readonly html: string | null };

/** One edition of the manual: its calls, and what else is different in it. */
export interface Edition {
  readonly name: string;
  readonly calls: Calls;
  readonly keyPlace: KeyPlace;
  /** Whether every account has a client secret, and so an access token. Otherwise an account has one or not. */
  readonly needsSecret: boolean;
  readonly closedHours: ClosedHours;
}
