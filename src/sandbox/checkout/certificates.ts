import {
  constants,
  generateKeyPairSync,
  privateDecrypt,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import type { Schedule } from '../time/schedule';
import { selfSigned } from './certificate';

const LIFETIME_MS = 24 * 3_600_000;
/**
 * How much longer a payment with an expired certificate is accepted: a client may have got it in its last minute, and
 * the manual promises 24 hours.
 */
const GRACE_MS = 3_600_000;
const KEY_BITS = 2048;

/** Generating a key pair is slow, so all sandboxes of a process share those of their n-th certificates. */
const keyPairs = new Map<number, KeyPairKeyObjectResult>();

/** A certificate as `GET /certificate` returns it. */
interface Issued {
  id: string;
  /** PEM. */
  value: string;
}

/** The certificates that clients encrypt card data with ("Card certificate and payment"). */
export class Certificates {
  private issued = 0;
  private latest: Issued | null = null;
  private readonly keys = new Map<string, KeyObject>();

  constructor(private readonly schedule: Schedule) {}

  /** The current certificate. Each is valid for 24 hours from its first request. */
  current(nowMs: number): Issued {
    this.latest ??= this.issue(nowMs);
    return this.latest;
  }

  /** Decrypts base64 text with the key of certificate `id`. Returns null if it cannot or the certificate is unknown. */
  decrypt(id: string, cipherText: string): string | null {
    const key = this.keys.get(id);
    if (key === undefined) return null;
    try {
      // Node itself refuses to unpad PKCS#1 v1.5, because of padding oracles. A sandbox has no secrets to protect.
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
    this.schedule.at(toMs, () => {
      this.latest = null;
    });
    this.schedule.at(toMs + GRACE_MS, () => this.keys.delete(id));
    return {
      id,
      value: selfSigned({ serial: this.issued, commonName: id, fromMs: nowMs, toMs }, pair),
    };
  }
}

/** Removes PKCS#1 v1.5 padding (RFC 8017): 0, 2, at least eight non-zero bytes, 0, message. Null if there is none. */
function unpadded(padded: Buffer): string | null {
  const end = padded.indexOf(0, 2);
  if (padded[0] !== 0 || padded[1] !== 2 || end < 10) return null;
  return padded.subarray(end + 1).toString('latin1');
}
