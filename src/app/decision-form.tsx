import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandForm, type FormField } from "@/app/command-form";

type Props = {
  /** The command of the decision and what it takes beside it. */
  command: string;
  fixed: Record<string, unknown> & { [id: string]: unknown };
  /** Tells several forms of one page apart. */
  name?: string;
  /** Whether the paper is one's own: then it can be taken back. */
  own: boolean;
  /** Whether one may approve it: not one's own where two persons are asked for. */
  mayApprove?: boolean;
  /** What an approval asks beside: the order's number and day. */
  approving?: readonly FormField[];
  approveLabel: string;
  note?: ReactNode;
};

/** The decision on a paper that staff prepared: yes, no with a reason, or taken back by who prepared it. */
export function DecisionForm(props: Props) {
  const t = useTranslations("settings");
  const { command, fixed, name = "", own, mayApprove = true, approving = [] } = props;
  const choices = [
    ...(mayApprove ? [{ value: "approved", label: props.approveLabel }] : []),
    ...(own ? [] : [{ value: "refused", label: t("refuse") }]),
    ...(own ? [{ value: "withdrawn", label: t("withdraw") }] : []),
  ];
  return (
    <>
      {props.note && <div className="mb-4">{props.note}</div>}
      <CommandForm
        name={name}
        command={command}
        fixed={fixed}
        fields={[
          { name: "outcome", kind: "choice", label: t("decide"), choices },
          ...approving.map((field) => ({
            ...field,
            when: { field: "outcome", is: ["approved"] },
          })),
          {
            name: "note",
            kind: "text",
            label: t("note"),
            when: { field: "outcome", is: ["refused"] },
          },
        ]}
        submit={t("decideSubmit")}
      />
    </>
  );
}
