import { useEffect, useState } from 'react';

import { sendHeader } from '../api/ask';

/** Notes for developers who try the shop on the sandbox. */
export function DeveloperNotes() {
  const [isForced, setIsForced] = useState(false);
  useEffect(() => sendHeader('x-tm-force-polling', isForced ? 'true' : null), [isForced]);
  return (
    <details className="developer">
      <summary>For developers</summary>
      <label className="check">
        <input type="checkbox" checked={isForced} onChange={(change) => setIsForced(change.target.checked)} />
        Make upstream take its time: send <code>X-TM-FORCE-POLLING</code> with every call
      </label>
      <p>
        In the sandbox, card <code>4588 8832 0600 0011</code> with code <code>123</code> and expiry{' '}
        <code>12/2020</code> pays. <code>4000 0000 0000 9995</code> has no funds,{' '}
        <code>4000 0000 0000 0127</code> a wrong code, <code>4000 0000 0000 0002</code> is declined.
      </p>
      <p>
        <a href="../graphql">The API</a>, which this page asks as any other client does.
      </p>
    </details>
  );
}
