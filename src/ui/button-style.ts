export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

/** The one look of everything to click (`.button` in globals.css); shared by buttons and links that look like them. */
export function buttonClass(tone: ButtonTone, wide = false): string {
  return `button button-${tone}${wide ? " w-full" : ""}`;
}
