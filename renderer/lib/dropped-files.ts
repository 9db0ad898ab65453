/** What was dropped, a folder as the files within it. Called while the drop is told of: later nothing is left of it. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const files = [...data.files];
  const entries = [...data.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  const found = files.map(async (file, index) => {
    const entry = entries[index];
    return entry && isFolder(entry) ? filesIn(entry) : [file];
  });
  return (await Promise.all(found)).flat();
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** In the order of their names. Hidden ones are the system's own. */
async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = (await entriesIn(folder)).filter(({ name }) => !name.startsWith('.'));
  const files: File[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isFolder(entry)) files.push(...(await filesIn(entry)));
    else if (isFile(entry)) files.push(await new Promise<File>((done, failed) => entry.file(done, failed)));
  }
  return files;
}

/** A browser hands a folder's entries over some at a time, until it hands over none. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
