import { say } from '#contract/sentences.ts';
import { csvHead, csvRows } from '../csv-rows.ts';
import type { Importer, Read, SourceFile } from '../importer.ts';
import { readTime } from '../statement-cells.ts';
import { readPhoneMessage } from './phone-message.ts';

/** In every version of the table, which has grown from 13 columns to 15; told by name. */
const needed = ['Chat Session', 'Message Date', 'Type', 'Sender ID', 'Text'] as const;
const delimiters = [',', ';', '\t'];

/** The table of messages that iMazing writes from an iPhone. Its times are the computer's own. */
export const imazingCsv: Importer = {
  id: 'imazing-csv',
  version: 1,
  recognises: (file) => titlesOf(file) !== null,

  async *read(file) {
    const { delimiter = ',', columns = [] } = titlesOf(file) ?? {};
    for await (const rows of csvRows(file.text(), delimiter)) {
      yield rows
        .filter(({ row, cells }) => row > 1 && cells.some(Boolean))
        .map(({ row, cells, broken }): Read => {
          const [chat = '', date = '', type, sender, text = ''] = columns.map((at) => cells[at] ?? '');
          if (broken)
            return {
              as: 'rejected',
              row,
              text: '',
              reason: say('quote-not-doubled'),
            };
          const receivedAt = readTime(date)?.at ?? null;
          return readPhoneMessage({ text, sender: sender || chat, incoming: type === 'Incoming', receivedAt }, row);
        });
    }
  },
};

function titlesOf({ headText }: SourceFile) {
  for (const delimiter of delimiters) {
    const cells = csvHead(`${headText}\n`, delimiter)[0]?.cells ?? [];
    const columns = needed.map((title) => cells.indexOf(title));
    if (columns.every((at) => at >= 0)) return { delimiter, columns };
  }
  return null;
}
