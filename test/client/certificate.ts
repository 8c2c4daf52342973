import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';

import forge from 'node-forge';

/** A certificate such as upstream hands out, and what reads that is encrypted under it. */
export function makeCertificate(): { pem: string; decrypt: (base64: string) => string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.serialNumber = '01';
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.setSubject([{ name: 'commonName', value: 'paysys-dev.0.us.3' }]);
  certificate.setIssuer([{ name: 'commonName', value: 'paysys-dev.0.us.3' }]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return {
    pem: forge.pki.certificateToPem(certificate),
    decrypt: (base64) => {
      // Node's newer versions refuse to take this padding off, because servers leak by how they do it. By hand, then:
      // 0, 2, at least eight bytes other than 0, 0, and the text.
      const key = { key: privateKey, padding: constants.RSA_NO_PADDING };
      const block = privateDecrypt(key, Buffer.from(base64, 'base64'));
      const zero = block.indexOf(0, 2);
      if (block[0] !== 0 || block[1] !== 2 || zero < 10)
        throw new Error('This is not padded by PKCS #1 v1.5.');
      return block.subarray(zero + 1).toString('latin1');
    },
  };
}
