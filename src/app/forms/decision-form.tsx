import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DecisionOutcome } from "@/domain/decision";
import type { FormField, PartOf } from "./form-field";
import { AnyOutcomeForm, type DecidingName } from "./outcome-form";
import type { InputOf } from "./send-command";

/** The commands that take a decision: approved, refused with a note, or withdrawn. */
type DecisionName = {
  [Name in DecidingName]: DecisionOutcome extends InputOf<Name>["outcome"] ? Name : never;
}[DecidingName];

type Props<Name extends DecisionName> = {
  /** The command of the decision and what it takes besides the decision. */
  command: Name;
  fixed: PartOf<InputOf<NoInfer<Name>>>;
  /** Tells several forms of one page apart. */
  name?: string;
  /** Whether the reader prepared it: then they can withdraw it. */
  own: boolean;
  /** Whether the reader may approve it: not their own, where the rules ask for two persons. */
  mayApprove?: boolean;
  /** What an approval also asks: the order's number and day. */
  approving?: readonly FormField<NoInfer<Name>>[];
  approveLabel: string;
  note?: ReactNode;
};

/** The decision on what staff prepared: approved, refused with a reason, or withdrawn by the officer who prepared it. */
export function DecisionForm<Name extends DecisionName>(props: Props<Name>) {
  const t = useTranslations("settings");
  const { command, fixed, name, own, mayApprove = true, approving } = props;
  return (
    <>
      {props.note && <div className="mb-4">{props.note}</div>}
      <AnyOutcomeForm
        name={name}
        command={command}
        fixed={fixed}
        question={t("decide")}
        outcomes={[
          ...(mayApprove
            ? [{ value: "approved", label: props.approveLabel, asks: approving }]
            : []),
          own
            ? { value: "withdrawn", label: t("withdraw") }
            : {
                value: "refused",
                label: t("refuse"),
                asks: [{ name: "note", kind: "text", label: t("note") }],
              },
        ]}
        submit={t("decideSubmit")}
      />
    </>
  );
}
