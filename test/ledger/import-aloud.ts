// A process of its own that imports a file into a book and says how many rows it has read: to be killed on the way.
import { openBooks, writerThread } from '#ledger/index.ts';

const [book, path] = process.argv.slice(2);
const books = await openBooks(book!, { writer: writerThread, samples: null });
books.on((event) => {
  if (event.kind === 'work' && event.work && event.work.rows > 0) console.log(event.work.rows);
});
const { token } = books.offer({ path: path!, name: 'till.csv' });
await books.ask('imports.run', { sources: [{ token }] });
