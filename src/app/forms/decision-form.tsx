import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DecisionOutcome, PaperOutcome } from "@/domain/decision";
import { useClassFields } from "./class-fields";
import type { AnyField, FormField, PartOf } from "./form-field";
import { AnyOutcomeForm, type DecidingName } from "./outcome-form";
import type { InputOf } from "./send-command";
import { useFileSignatureFields } from "./signer-fields";

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
  /**
   * Of a paper, which staff may also record as signed in the file: the name that is proposed, null to a head, who signs here.
   * Not given: what is decided is no paper.
   */
  signsInFile?: PaperOutcome extends InputOf<NoInfer<Name>>["outcome"] ? string | null : never;
  note?: ReactNode;
};

/** The decision on what staff prepared: approved, refused with a reason, or withdrawn by the officer who prepared it. */
export function DecisionForm<Name extends DecisionName>(props: Props<Name>) {
  const t = useTranslations("settings");
  const orders = useTranslations("orders");
  const { command, fixed, name, own, mayApprove = true, signsInFile } = props;
  const classes = useClassFields();
  // A paper that is signed has its classes.
  const approving: readonly AnyField[] = [
    ...(props.approving ?? []),
    ...(signsInFile === undefined ? [] : classes),
  ];
  const asked = new Set(approving.map((field) => field.name));
  const signature = useFileSignatureFields(signsInFile ?? "").filter(
    // An order is signed on the day that it bears.
    (field) => field.name !== "signedOn" || !asked.has("orderedOn"),
  );
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
          ...(typeof signsInFile === "string"
            ? [
                {
                  value: "signed_in_file",
                  label: orders("inFile"),
                  hint: orders("inFileHint"),
                  // The same fields, asked under another outcome.
                  asks: [
                    ...approving.map((field) => ({
                      ...field,
                      name: `inFile-${field.name}`,
                      sends: field.name,
                    })),
                    ...signature,
                  ],
                },
              ]
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
