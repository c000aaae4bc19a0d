import Link from "next/link";
import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { PhoneLink } from "@/app/parts/phone-link";
import { OfficialPaperSheet } from "@/app/printed/official-paper";
import { maskNationalId } from "@/domain/national-id";
import { formatThaiDate } from "@/domain/thai-dates";
import type { WrittenPaper } from "@/server/papers/signed";
import type { UnlistedView } from "@/server/unlisted/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";

type Props = {
  person: UnlistedView;
  letter: WrittenPaper | null;
  mayDecide: boolean;
  mayApprove: boolean;
};

/** A person who came and was on no list: what is known, what was decided, and what to decide next. */
export function UnlistedCase({ person, letter, mayDecide, mayApprove }: Props) {
  const t = useTranslations("unlisted");
  const titles = useTranslations("province");
  const { name, state, placeName, cameOn, receiptNumber } = person;
  const proposal = person.decisions.find(({ approval }) => approval === "pending");
  const open = state !== "proposed" && state !== "recorded";
  return (
    <>
      <div className="max-w-form" data-screen-only={letter ? true : undefined}>
        <PageHeading
          eyebrow={
            <Link href="/province/unlisted" prefetch={false}>
              {titles("unlistedTitle")}
            </Link>
          }
          title={t(`headline_${state}`, { name })}
          sub={t("sub", { date: formatThaiDate(cameOn), place: placeName, receipt: receiptNumber })}
        />
        <div className="grid gap-5">
          <Card>
            <DescriptionList
              items={[
                { term: t("id"), detail: maskNationalId(person.nationalIdLast4) },
                {
                  term: t("phone"),
                  detail: person.phone ? <PhoneLink number={person.phone} /> : "–",
                },
                { term: t("receivedBy"), detail: person.recordedBy },
              ]}
            />
          </Card>
          {proposal && mayApprove && <Approval person={person} proposal={proposal} />}
          {open && mayDecide && <Decision person={person} />}
          {person.decisions.length > 0 && <Decisions person={person} />}
        </div>
      </div>
      {letter && (
        <section aria-label={t("letter")} className="mt-8">
          <OfficialPaperSheet {...letter} />
        </section>
      )}
    </>
  );
}

function Approval({
  person,
  proposal,
}: {
  person: UnlistedView;
  proposal: UnlistedView["decisions"][number];
}) {
  const t = useTranslations("unlisted");
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
          command="approveUnlisted"
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
          then={`/province/unlisted/${person.id}`}
        />
      )}
    </Card>
  );
}

function Decision({ person }: { person: UnlistedView }) {
  const t = useTranslations("unlisted");
  return (
    <>
      {person.listed && (
        <Notice kind="success">{t("listedNow", { date: formatThaiDate(person.cameOn) })}</Notice>
      )}
      <CommandForm
        name="decide-"
        command="decideUnlisted"
        fixed={{ unlistedId: person.id }}
        fields={[
          {
            name: "outcome",
            kind: "choice",
            label: t("decision"),
            initial: person.listed ? "found" : undefined,
            choices: [
              ...(person.listed
                ? [{ value: "found", label: t("outcome_found"), hint: t("outcome_foundHint") }]
                : []),
              { value: "asked_ministry", label: t("outcome_asked_ministry") },
              { value: "not_holder", label: t("outcome_not_holder") },
              {
                value: "other_number",
                label: t("outcome_other_number"),
                hint: t("outcome_foundHint"),
              },
            ],
          },
          {
            name: "letterNumber",
            kind: "text",
            label: t("letterNumber"),
            when: { field: "outcome", is: ["asked_ministry"] },
          },
          {
            name: "reason",
            kind: "text",
            label: t("reason"),
            when: { field: "outcome", is: ["not_holder"] },
          },
          {
            name: "nationalId",
            // Digits are typed, but a number would lose its leading zero.
            kind: "phone",
            label: t("nationalId"),
            when: { field: "outcome", is: ["other_number"] },
          },
        ]}
        submit={t("save")}
        then={`/province/unlisted/${person.id}`}
      />
    </>
  );
}

function Decisions({ person }: { person: UnlistedView }) {
  const t = useTranslations("unlisted");
  return (
    <section aria-labelledby="unlisted-history">
      <h2 id="unlisted-history" className="mb-2 text-lg">
        {t("history")}
      </h2>
      <ol className="grid gap-3">
        {person.decisions.map((decision) => {
          const { approval, approvedBy, approvedOn } = decision;
          return (
            <li key={decision.id}>
              <span className="block font-semibold">{t(`outcome_${decision.outcome}`)}</span>
              {decision.letterNumber && (
                <span className="block">
                  {t("letterNumber")} {decision.letterNumber}
                </span>
              )}
              {decision.reason && <span className="block">{decision.reason}</span>}
              <span className="block text-sm text-soft">
                {t("by", { name: decision.by, date: formatThaiDate(decision.on) })}
              </span>
              {approvedBy && approvedOn && (
                <span className="block text-sm text-soft">
                  {t(approval === "approved" ? "approved" : "rejected", {
                    name: approvedBy,
                    date: formatThaiDate(approvedOn),
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
