import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";

type Props = {
  departureId: string;
  kind: "deceased" | "moved_away";
  /** How many answers against the death are shown beside the form. */
  expected: number;
};

/** Whether a death or a move that was confirmed is kept or withdrawn, and why. */
export function ReviewForm({ departureId, kind, expected }: Props) {
  const t = useTranslations("visits");
  return (
    <CommandForm
      name={departureId}
      command="reviewDeparture"
      fixed={{ departureId, expected }}
      fields={[
        {
          name: "outcome",
          kind: "choice",
          label: t("decision"),
          choices: [
            { value: "withdrawn", label: t("withdraw"), hint: t(`withdrawHint_${kind}`) },
            { value: "kept", label: t("keep"), hint: t(`keepHint_${kind}`) },
          ],
        },
        { name: "note", kind: "text", label: t("reviewNote"), hint: t("reviewNoteHint") },
      ]}
      submit={t("decide")}
      tone="secondary"
    />
  );
}
