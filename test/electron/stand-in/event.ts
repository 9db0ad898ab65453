/** An event as Electron passes it: whoever listens may prevent what follows. */
export type Preventable = { defaultPrevented: boolean; preventDefault(): void };

export function preventable<T extends object>(facts: T): T & Preventable {
  const event = {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
