/** True where JSON carries the value whole. Our bridge speaks nothing else, so anything else is a mistake worth a loud word. */
export function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return value === undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || prototype === Object.prototype) && Object.values(value).every(isPlain);
}

/** The words as JSON; throws where Electron would carry what JSON would lose. */
export function toWire(words: readonly unknown[]): string {
  if (!words.every(isPlain)) throw new Error('stand-in: only JSON crosses between the page and the main process');
  return JSON.stringify(words);
}
