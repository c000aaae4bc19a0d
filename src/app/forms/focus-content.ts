/** Gives the focus to the page when the focused element has gone, so that keyboard users go on from the top. */
export function focusContent() {
  if (document.activeElement === document.body)
    document.getElementById("content")?.focus({ preventScroll: true });
}
