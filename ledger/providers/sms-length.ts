/** How long a text is as an SMS, and how many messages it is sent and paid as. */
export type SmsLength = {
  readonly alphabet: 'GSM-7' | 'UCS-2';
  /** In the alphabet's own units: septets, or 16-bit units. */
  readonly units: number;
  readonly parts: number;
  /** Units that still fit into the last part. */
  readonly left: number;
};

/** The default alphabet of 3GPP TS 23.038, without the escape. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: each is an escape and a septet. */
const extended = new Set('\f^{}\\[~]|€');

/** A part of several gives up some room to say which part it is. */
const rooms = { 'GSM-7': { one: 160, many: 153 }, 'UCS-2': { one: 70, many: 67 } } as const;

/** Counts units and parts. A character that takes two units is never cut in two, so that a part may end one unit early. */
export function smsLength(text: string): SmsLength {
  const characters = Array.from(text);
  const plain = characters.every((character) => basic.has(character) || extended.has(character));
  const alphabet = plain ? 'GSM-7' : 'UCS-2';
  const sizes = characters.map((character) => (plain ? (extended.has(character) ? 2 : 1) : character.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { one, many } = rooms[alphabet];
  if (units <= one) return { alphabet, units, parts: 1, left: one - units };
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > many) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return { alphabet, units, parts, left: many - used };
}
