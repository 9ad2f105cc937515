import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a TLS server needs, made for one test: a certificate of these names that signs itself. */
export interface Certificate {
  /** PEM. */
  cert: string;
  key: string;
}

const OID = {
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  commonName: [0x55, 0x04, 0x03],
  subjectAltName: [0x55, 0x1d, 0x11],
};

/** @param names that the certificate is for. */
export function certificateOf(...names: string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(0x30, der(0x06, OID.ecdsaWithSha256));
  const name = der(0x30, der(0x31, der(0x30, der(0x06, OID.commonName), der(0x0c, Buffer.from('Test')))));
  const validity = der(
    0x30,
    der(0x18, Buffer.from('20200101000000Z')),
    der(0x18, Buffer.from('20990101000000Z')),
  );
  const alternatives = der(0x30, ...names.map((alternative) => der(0x82, Buffer.from(alternative))));
  const extensions = der(0x30, der(0x30, der(0x06, OID.subjectAltName), der(0x04, alternatives)));
  const toSign = der(
    0x30,
    der(0xa0, der(0x02, [2])),
    der(0x02, [1, ...randomBytes(8)]),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, [0], sign('sha256', toSign, privateKey));
  const base64 = der(0x30, toSign, algorithm, signature).toString('base64');
  const cert = `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** One value of ASN.1: its tag, its length, its content. */
function der(tag: number, ...content: (Uint8Array | number[])[]): Buffer {
  const body = Buffer.concat(content.map((part) => Uint8Array.from(part)));
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Uint8Array.from([tag, ...size]), body]);
}
