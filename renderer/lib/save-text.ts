/** Hands the person a text file, as a download. */
export function saveText(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download holds on to the blob itself once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
