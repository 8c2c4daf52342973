import type { Cart } from '../api/outcome';

/** The seats of a cart, a line for each block. */
export function Seats({ items }: { items: Cart['items'] }) {
  return (
    <ul className="seats">
      {items.map((item, index) => (
        <li key={index}>
          <span className="seat-place">{placeOf(item)}</span>
          <span className="quiet">{ticketsOf(item)}</span>
        </li>
      ))}
    </ul>
  );
}

type Item = Cart['items'][number];

/** `Section CLB232, row A, seats 1–2` */
function placeOf({ section, row, firstSeat, lastSeat, generalAdmission }: Item): string {
  if (generalAdmission) return 'General admission: sit or stand where you like';
  const seats =
    firstSeat === lastSeat || lastSeat === null ? `seat ${firstSeat}` : `seats ${firstSeat}–${lastSeat}`;
  const text = [section && `section ${section}`, row && `row ${row}`, firstSeat && seats]
    .filter(Boolean)
    .join(', ');
  return text ? `${text[0]?.toUpperCase()}${text.slice(1)}` : 'Seats';
}

/** `2 × Adult, 1 × Child` */
const ticketsOf = ({ tickets, quantity }: Item): string =>
  tickets
    .map((ticket) => `${ticket.quantity ?? quantity ?? 1} × ${ticket.description ?? 'ticket'}`)
    .join(', ');
