/** What had the focus went with what was done: the page takes it, so that a keyboard goes on from its top. */
export function focusContent() {
  if (document.activeElement === document.body)
    document.getElementById("content")?.focus({ preventScroll: true });
}
