/**
 * SQL that is true of messages that are in the book: live, and not of a source that is only being read. `m` is what the
 * query calls the message table.
 */
export const inBook = (m: string): string =>
  `${m}.live = 1 AND ${m}.id <= coalesce((SELECT s.message FROM staging s), 9223372036854775807)`;
