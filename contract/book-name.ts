const shape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’&()_-]{0,59}$/u;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Whether a new book may be called so: a file's name on every platform, and nothing that could lead to another folder. */
export const isBookName = (name: string): boolean => shape.test(name) && !reserved.test(name);
