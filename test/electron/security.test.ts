import { expect, test } from 'vitest';
import { isHome, isTrusted, staysHome } from '#electron/security.ts';

const home = 'app://risiti/';

/** Look-alikes, other schemes, other hosts, credentials, paths, and addresses that are none. */
const foreign = [
  '',
  ' ',
  'about:blank',
  'about:srcdoc',
  'null',
  'risiti',
  '/',
  '//risiti/',
  'app:',
  'app:/',
  'app://',
  'app:///',
  'app:risiti',
  'app://risiti.evil/',
  'app://evil.risiti/',
  'app://risiti@evil/',
  'app://evil@risiti/',
  'app://user:word@risiti/',
  'app://risiti:80/',
  'app://rısıti/',
  'app://risiti%2eevil/',
  'app://risiti%00/',
  'app://risiti\\.evil/',
  'app://evil/#app://risiti/',
  'app://evil/?app://risiti/',
  'app://evil/app://risiti/',
  'app://risiti/evil.html',
  'app://risiti//',
  'app://risiti/?t=1',
  'appx://risiti/',
  'xapp://risiti/',
  'http://risiti/',
  'https://risiti/',
  'http://app.risiti/',
  'http://localhost/',
  'http://127.0.0.1/',
  'ws://risiti/',
  'ftp://risiti/',
  'file:///risiti/',
  'file:///etc/passwd',
  'data:text/html,app://risiti/',
  'javascript:alert(1)',
  'blob:app://risiti/1',
  'filesystem:app://risiti/x',
  'devtools://devtools/bundled/inspector.html',
  'chrome://settings/',
  'view-source:app://risiti/',
  'chrome-extension://risiti/',
  'intent://risiti/',
  'smb://risiti/share',
];

const ours = ['app://risiti/', 'app://risiti/#/today', 'app://risiti/#/payments?search=app://evil/'];

test('only the page itself is home', () => {
  expect(foreign.filter((address) => isHome(address, home))).toEqual([]);
  expect(ours.filter((address) => !isHome(address, home))).toEqual([]);
  expect(foreign.length).toBeGreaterThanOrEqual(40);
});

test('a request leaves for nowhere but the page’s own origin', () => {
  const inside = ['app://risiti/assets/app.js', 'app://risiti/', 'data:image/png;base64,AA', 'blob:app://risiti/1'];
  expect(inside.filter((address) => !staysHome(address, home))).toEqual([]);
  const outside = foreign.filter(
    (address) => !/^(data|blob|devtools):|^app:\/\/(evil@|user:word@)?risiti\//.test(address),
  );
  expect(outside.filter((address) => staysHome(address, home))).toEqual([]);
  expect(staysHome('ws://localhost:5173/', 'http://localhost:5173/')).toBe(true);
  expect(staysHome('ws://localhost:5173/', home)).toBe(false);
});

const page = { id: 1 };
const stranger = { id: 2 };
const good = { url: home, origin: 'app://risiti', parent: null };

/** Who may not ask: each differs in one thing from the page's own main frame. */
const badSenders = [
  ['no frame', { sender: page, senderFrame: null }],
  ['another window', { sender: stranger, senderFrame: good }],
  ['a frame within the page', { sender: page, senderFrame: { ...good, parent: good } }],
  ['about:blank', { sender: page, senderFrame: { ...good, url: 'about:blank', origin: 'null' } }],
  ['an empty address', { sender: page, senderFrame: { ...good, url: '', origin: '' } }],
  [
    'a look-alike host',
    { sender: page, senderFrame: { ...good, url: 'app://risiti.evil/', origin: 'app://risiti.evil' } },
  ],
  ['a file', { sender: page, senderFrame: { ...good, url: 'file:///risiti/', origin: 'file://' } }],
  [
    'the developer’s tools',
    { sender: page, senderFrame: { ...good, url: 'devtools://devtools/', origin: 'devtools://devtools' } },
  ],
  ['our address over another origin', { sender: page, senderFrame: { ...good, origin: 'null' } }],
  ['our origin over another address', { sender: page, senderFrame: { ...good, url: 'app://risiti/evil.html' } }],
] as const;

test.each(badSenders)('%s is not trusted', (_name, event) => {
  expect(isTrusted(event, [page], home)).toBe(false);
});

test('the page’s own main frame is trusted, wherever within the page it is', () => {
  expect(isTrusted({ sender: page, senderFrame: good }, [page], home)).toBe(true);
  expect(isTrusted({ sender: page, senderFrame: { ...good, url: `${home}#/today` } }, [page], home)).toBe(true);
});
