import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateWish {
  /** Its subject; two that are trusted at once must not share one. */
  readonly name?: string;
  /** Other hosts than 127.0.0.1 and localhost. */
  readonly hosts?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

/** A certificate of its own for one run of the server, good for 127.0.0.1 and localhost where nothing else is wished. */
export async function makeCertificate(wish: CertificateWish = {}): Promise<Certificate> {
  const { name = 'localhost', hosts, notBefore, notAfter } = wish;
  const names = (hosts ?? ['localhost']).map((value) => ({ type: 2 as const, value }));
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    ...(notBefore && { notBeforeDate: notBefore }),
    ...(notAfter && { notAfterDate: notAfter }),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: hosts === undefined ? [...names, { type: 7 as const, ip: '127.0.0.1' }] : names,
      },
    ],
  });
  return { key, cert };
}
