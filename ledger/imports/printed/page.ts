/** A piece of text on a page: where it begins, where it ends, and the height of its line, in points from the bottom left. */
export type PdfText = { readonly text: string; readonly x: number; readonly end: number; readonly y: number };
export type PdfPage = readonly PdfText[];

/** What the reading process is asked, and all that it can answer. */
export type PdfRequest = { readonly bytes: Uint8Array; readonly password: string | null };
export type PdfAnswer =
  | { readonly as: 'page'; readonly page: PdfPage }
  | { readonly as: 'end' }
  | { readonly as: 'refused'; readonly code: 'password-needed' | 'wrong-password' | 'unreadable-file' };
