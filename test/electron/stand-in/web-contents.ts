import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Answer, Connection, Session } from './cdp.ts';
import { preventable } from './event.ts';
import { invoke } from './ipc.ts';
import { fromBrowser, serve, toBrowser } from './protocol.ts';
import { refusing } from './refusing.ts';
import { mayLoad, permissionsAreClosed } from './session.ts';
import { toWire } from './wire.ts';
import { filePrefix, hooks, isolatedWorldScript, mainWorldScript } from './worlds.ts';

export type Frame = { readonly url: string; readonly origin: string; readonly parent: null };
export type WebContents = ReturnType<typeof makeWebContents>;

type OpenHandler = (details: { url: string }) => { action: string };
const allow: OpenHandler = () => ({ action: 'allow' });

/** What the preload asks of the main process. */
type Asked = { id: number; channel: string; words: unknown[] };

export type PageOptions = { width: number; height: number; preload: string | undefined };

/** What the window around the contents wants to hear. */
export type Owner = { onFirstPaint(): void; onClose(): void };

/** One page: a target of its own in the browser, its preload, and its requests, all of which the app answers or refuses. */
export function makeWebContents(browser: Connection, options: PageOptions, owner: Owner) {
  const events = new EventEmitter();
  const tag = `stand-in-${randomBytes(12).toString('hex')}-`;
  let targetId = '';
  let session: Session;
  let preloadContext: number | null = null;
  let url = '';
  let mainFrame = '';
  let expected: string | null = null;
  let opens: OpenHandler = allow;

  const opened = open();
  const contents = refusing(
    'WebContents',
    Object.assign(events, {
      async loadURL(address: string) {
        if (!permissionsAreClosed()) throw new Error('stand-in: a page is shown before its permissions were refused');
        await opened;
        expected = address;
        const loaded = new Promise((done) => events.once('did-finish-load', done));
        const { errorText } = await session.send('Page.navigate', { url: toBrowser(address) });
        if (errorText) throw new Error(`${errorText} loading '${address}'`);
        await loaded;
        expected = null;
      },
      reload() {
        expected = url;
        void session.send('Page.reload');
      },
      send(channel: string, ...words: unknown[]) {
        void deliver({ channel, words: JSON.parse(toWire(words)) });
      },
      async executeJavaScript(expression: string): Promise<unknown> {
        await opened;
        const answer = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
        if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'failed');
        return answer.result.value;
      },
      forcefullyCrashRenderer: () => void session.send('Page.crash').catch(() => undefined),
      setWindowOpenHandler: (handler: OpenHandler) => void (opens = handler),
      getURL: () => url,
      isDestroyed: () => targetId === 'gone',
      close: () => owner.onClose(),
      isTarget: (id: string) => id === targetId,
      destroy() {
        if (targetId !== 'gone') void browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
        targetId = 'gone';
      },
    }),
  );
  return contents;

  function frame(): Frame {
    return { url, origin: originOf(url), parent: null };
  }

  async function open(): Promise<void> {
    ({ targetId } = await browser.send('Target.createTarget', { url: 'about:blank' }));
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    session = browser.session(sessionId);
    session.on((method, params) => void hear(method, params));
    const { width, height, preload } = options;
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: hooks.send, executionContextName: hooks.world }),
      session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: 'http*' }, { urlPattern: 'file:*' }] }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(tag) }),
    ]);
    mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
    if (preload === undefined) return;
    const source = isolatedWorldScript(tag, readFileSync(preload, 'utf8'));
    await session.send('Page.addScriptToEvaluateOnNewDocument', { worldName: hooks.world, source });
  }

  async function hear(method: string, params: Answer): Promise<void> {
    if (method === 'Runtime.executionContextCreated' && params.context.name === hooks.world)
      preloadContext = params.context.id;
    if (method === 'Runtime.executionContextsCleared') preloadContext = null;
    if (method === 'Page.frameNavigated' && params.frame.parentId === undefined) url = fromBrowser(params.frame.url);
    if (method === 'Page.navigatedWithinDocument') url = fromBrowser(params.url);
    if (method === 'Page.loadEventFired' && url !== 'about:blank') {
      events.emit('did-finish-load', {});
      owner.onFirstPaint();
    }
    if (method === 'Page.windowOpen') openWindow(fromBrowser(params.url));
    if (method === 'Inspector.targetCrashed')
      events.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    if (method === 'Fetch.requestPaused') await answerRequest(params);
    if (method === 'Runtime.bindingCalled' && params.name === hooks.send)
      await receive(params.executionContextId, JSON.parse(params.payload));
  }

  function openWindow(address: string): void {
    if (opens({ url: address }).action !== 'deny') throw new Error('stand-in: a second window is not modelled');
  }

  async function answerRequest({ requestId, request, resourceType, frameId }: Answer): Promise<void> {
    const address = fromBrowser(request.url);
    // A page that has gone meanwhile asks for nothing any more.
    const settle = (verdict: string, words: object) =>
      session.send(verdict, { requestId, ...words }).catch(() => undefined);
    const fail = (errorReason: string) => settle('Fetch.failRequest', { errorReason });
    if (resourceType === 'Document' && address !== expected) {
      const event = preventable({ url: address, isMainFrame: frameId === mainFrame });
      events.emit('will-frame-navigate', event);
      if (event.defaultPrevented) return fail('Aborted');
    }
    if (!(await mayLoad(address))) return fail('BlockedByClient');
    const response = await serve(address, request.method);
    // There is no network here, whatever the app allows.
    if (!response) return fail('AddressUnreachable');
    await settle('Fetch.fulfillRequest', {
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  async function receive(context: number, { id, channel, words }: Asked): Promise<void> {
    // The frame as it is now: by the time an answer comes the page may have gone elsewhere.
    const event = { sender: contents, senderFrame: frame() };
    try {
      const value = await invoke(channel, event, await Promise.all(words.map((word) => pathOf(context, word))));
      await deliver({ id, value: JSON.parse(toWire([value]))[0] }, context);
    } catch (error) {
      await deliver({ id, error: error instanceof Error ? error.message : String(error) }, context);
    }
  }

  /** A page's world holds the file, the browser knows where it lies. */
  async function pathOf(contextId: number, word: unknown): Promise<unknown> {
    if (typeof word !== 'string' || !word.startsWith(filePrefix)) return word;
    const expression = `${hooks.files}[${Number(word.slice(filePrefix.length))}]`;
    const { result } = await session.send('Runtime.evaluate', { contextId, expression });
    const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId });
    return path;
  }

  /** To the world that asked, which need not be the one that was made last; what nobody asked for goes to that one. */
  async function deliver(message: object, contextId: number | null = preloadContext): Promise<void> {
    if (contextId === null) return;
    const expression = `${hooks.receive}(${JSON.stringify(message)})`;
    // A page that has just gone hears nothing, as in Electron.
    await session.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }
}

function originOf(address: string): string {
  const parsed = URL.parse(address);
  return parsed && parsed.host !== '' ? `${parsed.protocol}//${parsed.host}` : 'null';
}
