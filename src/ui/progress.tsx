type Props = {
  label: string;
  value: number;
  /** 0 while the whole is not known yet: the bar stays empty and the words speak. */
  max: number;
  /** What the bar says, in words and numbers ("4,200 จาก 11,469 แถว"). */
  text: string;
  /** Hides the label where the column or heading says it. */
  labelHidden?: boolean;
};

/** Progress of something; the bar repeats its text and is never shown without it. */
export function Progress({ label, value, max, text, labelHidden = false }: Props) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className="flex flex-col gap-1">
      {!labelHidden && <span className="font-semibold">{label}</span>}
      <div className="flex flex-wrap items-center gap-x-3">
        <div
          role="progressbar"
          aria-label={label}
          aria-valuenow={Math.round(share)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuetext={text}
          className="h-2 min-w-20 flex-1 overflow-hidden rounded-tag bg-line [print-color-adjust:exact]"
        >
          <div className="h-full bg-indigo" style={{ width: `${share}%` }} />
        </div>
        <span aria-hidden className="figures text-sm">
          {text}
        </span>
      </div>
    </div>
  );
}
