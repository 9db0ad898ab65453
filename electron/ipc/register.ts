import { basename } from 'node:path';
import type { Desk, PlacedFile } from '#contract/bridge.ts';
import type { ErrorCode, Reply } from '#contract/errors.ts';
import type { Sender } from '../security.ts';
import { channels } from './channels.ts';

/** The part of `ipcMain` that opens a channel. */
export type Ipc = { handle(channel: string, handler: (event: Sender, ...words: unknown[]) => unknown): void };

/** Asks the person where a file shall be kept and puts it there; false where they give up. */
export type Keep = (file: PlacedFile) => Promise<boolean>;

/** Wires the desk to its channels. The only `ipcMain.handle` there is, so no channel can forget who is asking. */
export function registerIpc(ipc: Ipc, desk: Desk, isTrusted: (event: Sender) => boolean, keep: Keep): void {
  const open = (channel: string, answer: (...words: unknown[]) => Promise<Reply<unknown>> | Reply<never>) =>
    ipc.handle(channel, (event, ...words) =>
      isTrusted(event) ? answer(...words) : refuse('forbidden', 'Only the page of this app may ask.'),
    );

  open(channels.call, (name, input) =>
    typeof name === 'string' ? desk.call(name, input) : refuse('bad-request', 'A call needs a name.'),
  );
  // A file that never lay on a disk has an empty path.
  open(channels.offer, (path) =>
    typeof path === 'string' && path !== '' && !path.includes('\0')
      ? desk.offer({ path, name: basename(path) })
      : refuse('unknown-file', 'This is not a file on this computer.'),
  );
  open(channels.save, async (token) => {
    if (typeof token !== 'string') return refuse('unknown-file', 'A file is named by its token.');
    const made = await desk.made(token);
    return made.ok ? kept(made.value) : made;
  });

  async function kept(file: PlacedFile): Promise<Reply<boolean>> {
    try {
      return { ok: true, value: await keep(file) };
    } catch (error) {
      return refuse('unwritable-file', error instanceof Error ? error.message : String(error));
    }
  }
}

const refuse = (code: ErrorCode, message: string): Reply<never> => ({ ok: false, code, message });
