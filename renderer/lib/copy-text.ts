/**
 * Puts text where Paste finds it. By the browser's own copy, which needs no permission: both hosts refuse all of them.
 * Works while a key or a press is fresh. Answers whether it did.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  try {
    // Deprecated in favour of an interface that asks for a permission.
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
}
