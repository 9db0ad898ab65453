import { refusing } from './refusing.ts';

type Verdict = { cancel?: boolean };
type BeforeRequest = (details: { url: string }, answer: (verdict: Verdict) => void) => void;

let beforeRequest: BeforeRequest = (_details, answer) => answer({});
const asked = { request: false, check: false, device: false };

const defaultSession = refusing('session', {
  setPermissionRequestHandler: () => void (asked.request = true),
  setPermissionCheckHandler: () => void (asked.check = true),
  setDevicePermissionHandler: () => void (asked.device = true),
  webRequest: refusing('webRequest', { onBeforeRequest: (listener: BeforeRequest) => void (beforeRequest = listener) }),
});

export const session = refusing('session', { defaultSession });

/** Headless Chromium grants nothing by itself; a real Electron grants everything unless it is told not to. */
export function permissionsAreClosed(): boolean {
  return asked.request && asked.check && asked.device;
}

/** True where the app lets a request go out. */
export const mayLoad = (url: string): Promise<boolean> =>
  new Promise((done) => beforeRequest({ url }, ({ cancel }) => done(cancel !== true)));
