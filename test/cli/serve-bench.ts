import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BookEvent } from '#contract/book.ts';
import type { Desk } from '#contract/bridge.ts';
import { startHost, type Host } from '#cli/serve/host.ts';

/** What reached the desk, in order. */
export type Reached = { name: string; input: unknown }[];

/** A host over a desk that only writes down what reaches it, and a page of three files with a secret beside it. */
export async function benchHost() {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-serve-'));
  const root = join(folder, 'page');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Risiti</title>');
  writeFileSync(join(root, 'assets/app.js'), 'export {};');
  writeFileSync(join(folder, 'secret.html'), 'SECRET');
  writeFileSync(join(folder, 'page-secret.html'), 'SECRET');
  symlinkSync(join(folder, 'secret.html'), join(root, 'assets/link.html'));

  const reached: Reached = [];
  const offered: { path: string; name: string }[] = [];
  const listeners = new Set<(event: BookEvent) => void>();
  const desk: Desk = {
    call: (name, input) => {
      reached.push({ name, input });
      return Promise.resolve({ ok: true, value: { name } });
    },
    offer: ({ path, name }) => {
      offered.push({ path, name });
      reached.push({ name: 'offer', input: name });
      return Promise.resolve({ ok: true, value: { token: 'token-1', name, size: 0 } });
    },
    made: async () => ({ ok: false, code: 'unknown-file', message: '' }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const logged: string[] = [];
  const host = await startHost({ desk, root, port: 0, log: (line) => logged.push(line) });
  onTestFinished(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    host,
    reached,
    offered,
    logged,
    listeners,
    emit: (event: BookEvent) => listeners.forEach((listener) => listener(event)),
  };
}

/** Spends the printed token as the page does, and answers with the `Cookie` header of this session. */
export async function enter(host: Host): Promise<string> {
  const token = new URL(host.url).hash.slice('#t='.length);
  const response = await post(host, '/session', { token });
  return (response.headers.get('set-cookie') ?? '').split(';')[0]!;
}

/** A POST as our page sends it. */
export const post = (host: Host, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(host.origin + path, {
    method: 'POST',
    headers: { origin: host.origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Writes bytes to the host's socket and answers with everything that came back until it closed. */
export function speak(host: Host, bytes: string, ms = 2_000): Promise<string> {
  return new Promise((done) => {
    let heard = '';
    const socket = connect(Number(new URL(host.origin).port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.setTimeout(ms, () => socket.destroy());
    socket.on('data', (data) => (heard += data.toString('latin1')));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => done(heard));
  });
}

/** The status of a raw answer; 0 where the connection was closed without one. */
export const statusOf = (heard: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
