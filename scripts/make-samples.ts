/** Writes `samples/`: one invented week of an invented shop. The same every time; a test holds the files to it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleFolder } from './samples/folder.ts';

const folder = join(import.meta.dirname, '../samples');
await mkdir(folder, { recursive: true });
for (const { name, text } of sampleFolder()) await writeFile(join(folder, name), text);
