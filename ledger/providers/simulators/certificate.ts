import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT = 0x06;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;
const EXPLICIT_0 = 0xa0;

/** One DER value: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const integer = (...bytes: readonly number[]) => der(INTEGER, Buffer.from(bytes));
const object = (hex: string) => der(OBJECT, Buffer.from(hex, 'hex'));
const bits = (content: Buffer) => der(BIT_STRING, Buffer.from([0]), content);
const utcTime = (date: Date) => der(UTC_TIME, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

const commonName = '550403';
const ecdsaWithSha256 = '2a8648ce3d040302';
const DAY = 24 * 60 * 60 * 1000;

/**
 * A certificate that nobody vouches for, with its key: what a client must turn away from. Made anew each time, so that
 * no key lies in the repository.
 */
export function selfSigned(name: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, object(ecdsaWithSha256));
  const subject = der(SEQUENCE, der(SET, der(SEQUENCE, object(commonName), der(UTF8, Buffer.from(name)))));
  const now = Date.now();
  const validity = der(SEQUENCE, utcTime(new Date(now - DAY)), utcTime(new Date(now + DAY)));
  const serial = der(INTEGER, Buffer.from([1]), randomBytes(8));
  const version = der(EXPLICIT_0, integer(2));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const body = der(SEQUENCE, version, serial, algorithm, subject, validity, subject, spki);
  const whole = der(SEQUENCE, body, algorithm, bits(sign('sha256', body, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
