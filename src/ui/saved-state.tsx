import { CircleAlert, CloudCheck, CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";

type Props = {
  state: "saving" | "saved" | "not_saved";
  /** Time of day of the last save ("10:32"), for `saved`. */
  at?: string;
  /** `bar` on the indigo bar, `page` on paper. */
  on?: "bar" | "page";
};

/** Work is never in doubt: saved (and when), being saved, or not saved. */
export function SavedState({ state, at = "", on = "page" }: Props) {
  const t = useTranslations("kit");
  const Icon = { saving: CloudUpload, saved: CloudCheck, not_saved: CircleAlert }[state];
  const words = {
    saving: t("saving"),
    saved: t("savedAt", { at }),
    not_saved: t("notSaved"),
  }[state];
  const calm = on === "bar" ? "bg-white/15 text-white" : "text-soft";
  return (
    <p
      role="status"
      className={`inline-flex items-center gap-2 rounded-tag py-1 text-sm ${on === "bar" || state === "not_saved" ? "px-2 sm:px-3" : ""} ${state === "not_saved" ? "bg-brick-tint font-semibold text-brick" : calm}`}
    >
      <Icon aria-hidden size={20} className="shrink-0" />
      {words}
    </p>
  );
}
