import { EventList } from './browse/event-list';
import { CheckoutPage } from './checkout/checkout-page';
import { HoldBar } from './checkout/hold-bar';
import { EventView } from './event/event-view';
import { DeveloperNotes } from './parts/developer-notes';
import { toEvents, useRoute } from './route';

/** The frame of the shop: header, the page of the route, footer. */
export function App() {
  const route = useRoute();
  return (
    <>
      <button
        type="button"
        className="skip-link"
        onClick={() => document.querySelector<HTMLElement>('main h1')?.focus()}
      >
        Skip to content
      </button>
      <header className="site-header">
        <a className="brand" href={toEvents}>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="28" height="28" />
          Stagedoor <span className="brand-word">Tickets</span>
        </a>
        {route.page !== 'checkout' && <HoldBar />}
      </header>
      <main>
        {route.page === 'events' && <EventList />}
        {route.page === 'event' && <EventView key={route.id} id={route.id} />}
        {route.page === 'checkout' && <CheckoutPage />}
      </main>
      <footer className="site-footer">
        <p>
          An example shop on Stagedoor. Not made, endorsed or supported by Ticketmaster; in the sandbox
          nothing is really sold.
        </p>
        <DeveloperNotes />
      </footer>
    </>
  );
}
