/** A piece of text on a page: where it begins, where it ends, and the height of its line, in points from the bottom left. */
export type PdfText = { readonly text: string; readonly x: number; readonly end: number; readonly y: number };
export type PdfPage = readonly PdfText[];
