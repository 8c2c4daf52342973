import {
  constants,
  generateKeyPairSync,
  privateDecrypt,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import type { Agenda } from './agenda';
import { selfSigned } from './certificate';

const LIFETIME_MS = 24 * 3_600_000;
/** How much longer a payment under an ended certificate is taken. */
const GRACE_MS = 3_600_000;
const KEY_BITS = 2048;

/** Finding a key pair takes a while, so that all sandboxes of a process share those for their n-th certificates. */
const keyPairs = new Map<number, KeyPairKeyObjectResult>();

/** A certificate as `GET /certificate` answers it. */
interface Issued {
  id: string;
  /** PEM. */
  value: string;
}

/** The certificates that clients encrypt card data under ("Card certificate and payment"). */
export class Certificates {
  private issued = 0;
  private latest: Issued | null = null;
  private readonly keys = new Map<string, KeyObject>();

  constructor(private readonly agenda: Agenda) {}

  /** The certificate in force; each is for the 24 hours from when it is first asked for. */
  current(nowMs: number): Issued {
    this.latest ??= this.issue(nowMs);
    return this.latest;
  }

  /** What base64 text says under the certificate `id`; null when it says nothing or the certificate is not known. */
  decrypt(id: string, cipherText: string): string | null {
    const key = this.keys.get(id);
    if (key === undefined) return null;
    try {
      // Node refuses to unpad PKCS#1 v1.5 itself, for fear of oracles; in a sandbox there is nothing to find out.
      const padded = privateDecrypt(
        { key, padding: constants.RSA_NO_PADDING },
        Buffer.from(cipherText, 'base64'),
      );
      return unpadded(padded);
    } catch {
      return null;
    }
  }

  private issue(nowMs: number): Issued {
    this.issued += 1;
    const id = `paysys-sandbox.0.us.${this.issued}`;
    const pair = keyPairs.get(this.issued) ?? generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
    keyPairs.set(this.issued, pair);
    const toMs = nowMs + LIFETIME_MS;
    this.keys.set(id, pair.privateKey);
    this.agenda.at(toMs, () => {
      this.latest = null;
    });
    this.agenda.at(toMs + GRACE_MS, () => this.keys.delete(id));
    return {
      id,
      value: selfSigned({ serial: this.issued, commonName: id, fromMs: nowMs, toMs }, pair),
    };
  }
}

/** PKCS#1 v1.5 (RFC 8017): 0, 2, at least eight bytes other than 0, 0, the message. Null for anything else. */
function unpadded(padded: Buffer): string | null {
  const end = padded.indexOf(0, 2);
  if (padded[0] !== 0 || padded[1] !== 2 || end < 10) return null;
  return padded.subarray(end + 1).toString('latin1');
}
