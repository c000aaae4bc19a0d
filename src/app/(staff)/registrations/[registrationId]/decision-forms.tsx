import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FieldChoice } from "@/app/forms/form-field";
import { formatThaiDate } from "@/domain/thai-dates";
import type { RegistrationView } from "@/server/registrations/queries";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";

type Proposal = RegistrationView["decisions"][number];

/** A find that another officer proposed. */
export function Approval({ person, proposal }: { person: RegistrationView; proposal: Proposal }) {
  const t = useTranslations("registrations");
  return (
    <Card
      title={t("approveTitle")}
      sub={t("approveText", {
        date: formatThaiDate(person.cameOn),
        receipt: person.receiptNumber,
      })}
    >
      {proposal.own ? (
        <Notice kind="info">{t("ownProposal")}</Notice>
      ) : (
        <CommandForm
          name="approve-"
          command="approveFound"
          fixed={{ decisionId: proposal.id }}
          fields={[
            {
              name: "outcome",
              kind: "choice",
              label: t("decision"),
              choices: [
                { value: "approved", label: t("approve") },
                { value: "rejected", label: t("reject") },
              ],
            },
          ]}
          submit={t("approveSave")}
          then={`/registrations/${person.id}`}
        />
      )}
    </Card>
  );
}

/** The province's answer; who registered the person does not find the choice to confirm it. */
export function DecisionForms({ person }: { person: RegistrationView }) {
  const t = useTranslations("registrations");
  return (
    <>
      {person.listed && (
        <Notice kind="success">{t("listedNow", { date: formatThaiDate(person.cameOn) })}</Notice>
      )}
      {person.holderId && person.own && <Notice kind="info">{t("ownRegistration")}</Notice>}
      <CommandForm
        name="decide-"
        command="decideRegistration"
        fixed={{ registrationId: person.id }}
        fields={[
          {
            name: "outcome",
            kind: "choice",
            label: t("decision"),
            initial: person.listed ? "found" : undefined,
            choices: useOutcomes(person),
          },
          {
            name: "letterNumber",
            kind: "text",
            label: t("letterNumber"),
            hint: t("letterNumberHint"),
            when: { field: "outcome", is: ["asked_ministry", "confirmed", "refused"] },
          },
          {
            name: "reason",
            kind: "text",
            label: t("reason"),
            when: { field: "outcome", is: ["refused"] },
          },
          {
            name: "nationalId",
            // Digits are typed, but a number would lose its leading zero.
            kind: "phone",
            label: t("otherId"),
            when: { field: "outcome", is: ["other_number"] },
          },
        ]}
        submit={t("save")}
        then={`/registrations/${person.id}`}
      />
    </>
  );
}

/** What can be decided of this person. */
function useOutcomes({ listed, holderId, own, interviewed }: RegistrationView): FieldChoice[] {
  const t = useTranslations("registrations");
  const found = { value: "found", label: t("outcome_found"), hint: t("outcome_foundHint") };
  const confirmed = {
    value: "confirmed",
    label: t("outcome_confirmed"),
    hint: t("outcome_confirmedHint"),
  };
  const other = {
    value: "other_number",
    label: t("outcome_other_number"),
    hint: t("outcome_foundHint"),
  };
  return [
    ...(listed ? [found] : []),
    ...(holderId && !own ? [confirmed] : []),
    { value: "asked_ministry", label: t("outcome_asked_ministry") },
    { value: "refused", label: t("outcome_refused") },
    ...(interviewed ? [] : [other]),
  ];
}
