import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts texts for the database with keys of their own, which are derived from a secret that the database never sees. */
export class Sealed {
  readonly #cipherKey: Uint8Array;
  readonly #markKey: Uint8Array;

  /** @param purpose texts that were sealed for another purpose cannot be opened. */
  constructor(secret: string, purpose: string) {
    const derive = (use: string) =>
      new Uint8Array(hkdfSync('sha256', secret, '', `stagedoor ${purpose} ${use}`, KEY_BYTES));
    this.#cipherKey = derive('cipher');
    this.#markKey = derive('mark');
  }

  /** Encrypts a text. The same text is sealed differently each time. */
  seal(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#cipherKey, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64');
  }

  /** Decrypts what `seal` returned; null if it was sealed with another secret, or changed. */
  open(sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv(CIPHER, this.#cipherKey, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
      return Buffer.concat(text).toString('utf8');
    } catch {
      return null;
    }
  }

  /** A mark by which a text is recognised without being known. The same text has the same mark. */
  mark(text: string): string {
    return createHmac('sha256', this.#markKey).update(text).digest('base64');
  }
}
