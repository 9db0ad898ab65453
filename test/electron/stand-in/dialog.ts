import { refusing } from './refusing.ts';

/** What the app asked of the desktop, oldest first: specs read it. */
export const asked: { name: string; options: unknown }[] = [];

const record = (name: string, options: unknown) => void asked.push({ name, options });

/** Nobody sits here: every dialog is closed without a choice. Specs put answers of their own in its place, as with the real one. */
export const dialog = refusing('dialog', {
  async showOpenDialog(...words: unknown[]) {
    record('showOpenDialog', words.at(-1));
    return { canceled: true, filePaths: [] };
  },
  async showSaveDialog(...words: unknown[]) {
    record('showSaveDialog', words.at(-1));
    return { canceled: true, filePath: '' };
  },
  async showMessageBox(...words: [...unknown[], { cancelId?: number }]) {
    const options = words.at(-1);
    record('showMessageBox', options);
    const cancelId = typeof options === 'object' && options !== null && 'cancelId' in options ? options.cancelId : 0;
    return { response: cancelId, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string) {
    record('showErrorBox', { title, content });
    process.stderr.write(`${title}: ${content}\n`);
  },
});

export const shell = refusing('shell', {
  showItemInFolder: (path: string) => record('showItemInFolder', path),
  async openPath(path: string) {
    record('openPath', path);
    return '';
  },
});
