import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { BookEvent } from '#contract/book.ts';
import type { Bridge } from '#contract/bridge.ts';
import { channels } from './ipc/channels.ts';

/**
 * The whole bridge, complete and finished: it knows no name of the contract. A file is named by the `File` the person
 * chose or dropped, so the page can offer nothing that was not handed to it.
 */
const bridge: Bridge<File> = {
  host: 'electron',
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),
  offer: (file) => ipcRenderer.invoke(channels.offer, webUtils.getPathForFile(file)),
  save: (token) => ipcRenderer.invoke(channels.save, token),
  onEvent(listener) {
    const forward = (_event: IpcRendererEvent, event: BookEvent) => listener(event);
    ipcRenderer.on(channels.event, forward);
    return () => {
      ipcRenderer.off(channels.event, forward);
    };
  },
};

contextBridge.exposeInMainWorld('risiti', bridge);
