/** What anything may be asked without being modelled: by `await`, by printing, by the inspector. */
const harmless = new Set<string | symbol>(['then', 'toJSON', 'inspect', 'constructor', 'nodeType', 'asymmetricMatch']);

/** The same object, but asking it for anything it does not have throws with the name: a stand-in must never say yes by silence. */
export function refusing<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (key in object || typeof key === 'symbol' || harmless.has(key)) return Reflect.get(object, key, receiver);
      throw new Error(`stand-in: ${name}.${key} is not modelled`);
    },
  });
}
