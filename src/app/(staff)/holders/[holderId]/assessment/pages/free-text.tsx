"use client";

import { NeverAskedWarning } from "@/app/forms/never-asked-warning";
import { longestAnswer } from "@/domain/assessment";
import { Field } from "@/ui/field";
import { useInterview } from "../hooks/interview-context";

type TextField =
  | "causeNote"
  | "contactName"
  | "contactPhone"
  | "wishNote"
  | "witness1"
  | "witness2"
  | "paperNumber"
  | "lateReason"
  | "coInterviewerName"
  | "phone";

type Props = {
  field: TextField;
  label: string;
  hint?: string;
  optional?: boolean;
  phone?: boolean;
};

/** A text field of the answers. It warns of data that must never be recorded, before it leaves the draft. */
export function FreeText({ field, phone = false, ...rest }: Props) {
  const { values, set, errorOf } = useInterview();
  const value = String(values[field] ?? "");
  return (
    <div className="flex flex-col gap-2">
      <Field
        {...rest}
        name={field}
        value={value}
        longest={longestAnswer}
        inputMode={phone ? "tel" : "text"}
        autoComplete="off"
        error={errorOf(field)}
        onChange={(event) => set(field, event.target.value)}
      />
      <NeverAskedWarning text={value} />
    </div>
  );
}
