import { createSign, type KeyObject } from 'node:crypto';

/** What a certificate says; it is good from `fromMs` to `toMs` (milliseconds since the epoch). */
export interface CertificateDetails {
  serial: number;
  commonName: string;
  fromMs: number;
  toMs: number;
}

const TAG = {
  integer: 0x02,
  bitString: 0x03,
  nothing: 0x05,
  objectId: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
};
/** The names of the field `commonName` (2.5.4.3) and of the algorithm sha256WithRSAEncryption, as DER writes them. */
const COMMON_NAME = Buffer.from('550403', 'hex');
const SHA256_WITH_RSA = Buffer.from('2a864886f70d01010b', 'hex');

/**
 * A certificate that a key pair signs for itself: X.509 (RFC 5280) in PEM, with `\r\n` at the end of each line. It
 * has no extensions and so is of version 1, which DER leaves out.
 */
export function selfSigned(
  { serial, commonName, fromMs, toMs }: CertificateDetails,
  { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject },
): string {
  const algorithm = sequence(der(TAG.objectId, SHA256_WITH_RSA), der(TAG.nothing));
  const attribute = sequence(der(TAG.objectId, COMMON_NAME), der(TAG.utf8String, Buffer.from(commonName)));
  const name = sequence(der(TAG.set, attribute));
  const statement = sequence(
    integer(serial),
    algorithm,
    name,
    sequence(time(fromMs), time(toMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('sha256').update(statement).sign(privateKey);
  return pem(sequence(statement, algorithm, der(TAG.bitString, Buffer.of(0), signature)));
}

/** A tag, the length of what follows, and what follows. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

/** A length of 128 or more takes the number of its own bytes in front. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = bigEndian(length);
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}

function sequence(...contents: Buffer[]): Buffer {
  return der(TAG.sequence, ...contents);
}

/** A whole number from 0 on. A zero in front keeps a set first bit from meaning a minus. */
function integer(value: number): Buffer {
  const bytes = bigEndian(value);
  return der(TAG.integer, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}

function bigEndian(value: number): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
}

/** A moment to the second; years from 2050 on need the longer form. */
function time(epochMs: number): Buffer {
  const digits = new Date(epochMs).toISOString().replace(/\.\d+|[-:T]/g, '');
  return digits < '2050'
    ? der(TAG.utcTime, Buffer.from(digits.slice(2)))
    : der(TAG.generalizedTime, Buffer.from(digits));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\r\n');
}
