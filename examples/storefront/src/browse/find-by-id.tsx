import { useState } from 'react';

import { go, toEvent } from '../route';

/** Opens an event by its id, for accounts that may not list their events. */
export function FindById() {
  const [id, setId] = useState('');
  return (
    <form
      className="panel"
      onSubmit={(submit) => {
        submit.preventDefault();
        go(toEvent(id.trim()));
      }}
    >
      <p>This account cannot list its events. If you know the id of one, open it here.</p>
      <label className="field">
        <span className="field-label">Event id</span>
        <input
          value={id}
          onChange={(change) => setId(change.target.value)}
          required
          pattern="\s*[A-Za-z0-9]{15,16}\s*"
          title="15 or 16 letters and digits"
        />
      </label>
      <button className="button" type="submit">
        Open the event
      </button>
    </form>
  );
}
