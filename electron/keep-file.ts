import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { PlacedFile } from '#contract/bridge.ts';

/** Asks where a file shall be kept and copies it there; false where the person gives up. Throws where it cannot be written. */
export async function keepFile({ path, name }: PlacedFile): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('downloads'), name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return false;
  await copyFile(path, filePath);
  return true;
}
