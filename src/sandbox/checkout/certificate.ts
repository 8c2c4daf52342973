import { createSign, type KeyObject } from 'node:crypto';

/** The contents of a certificate. It is valid from `fromMs` to `toMs` (milliseconds since the epoch). */
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
/** The object ids of `commonName` (2.5.4.3) and of the algorithm sha256WithRSAEncryption, in DER. */
const COMMON_NAME = Buffer.from('550403', 'hex');
const SHA256_WITH_RSA = Buffer.from('2a864886f70d01010b', 'hex');

/**
 * A self-signed certificate: X.509 (RFC 5280) in PEM with `\r\n` line ends, as in the manual. It has no extensions, so
 * it is of version 1, which DER omits.
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

/** A DER element: tag, length, content. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

/** A length of 128 or more is preceded by the number of its own bytes. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = bigEndian(length);
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}

function sequence(...contents: Buffer[]): Buffer {
  return der(TAG.sequence, ...contents);
}

/** A non-negative integer. A leading zero byte keeps a set first bit from meaning a negative number. */
function integer(value: number): Buffer {
  const bytes = bigEndian(value);
  return der(TAG.integer, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}

function bigEndian(value: number): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
}

/** A time to the second. Years from 2050 on need the longer form. */
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
