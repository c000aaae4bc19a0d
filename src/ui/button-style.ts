export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

const shape =
  "inline-flex min-h-12 items-center justify-center gap-2 rounded-button px-5 py-2 text-base font-semibold leading-snug text-center no-underline hover:no-underline transition-colors aria-disabled:cursor-default aria-disabled:opacity-60 disabled:cursor-default disabled:opacity-60";

const tones: Record<ButtonTone, string> = {
  primary: "border border-indigo bg-indigo text-white hover:bg-indigo-deep",
  secondary: "border border-edge bg-card text-indigo hover:bg-indigo-tint",
  quiet: "border border-transparent text-indigo hover:bg-indigo-tint",
  danger: "border border-brick bg-brick text-white hover:bg-brick-deep",
};

/** The one look of everything to click; shared by buttons and links that look like them. */
export function buttonClass(tone: ButtonTone, wide = false): string {
  return `${shape} ${tones[tone]}${wide ? " w-full" : ""}`;
}
