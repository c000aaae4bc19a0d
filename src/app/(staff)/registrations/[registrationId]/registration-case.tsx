import { ClipboardPen, FileText, Printer, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { PhoneLink } from "@/app/parts/phone-link";
import { maskNationalId } from "@/domain/national-id";
import { isOpen } from "@/domain/registration";
import { formatThaiDate } from "@/domain/thai-dates";
import type { RegistrationView } from "@/server/registrations/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Approval, DecisionForms } from "./decision-forms";
import { Decisions } from "./decisions";

type May = {
  decide: boolean;
  approve: boolean;
  register: boolean;
  complete: boolean;
  readFile: boolean;
  /** Whether the reader may take the answer now, in the visit of the registration. */
  answer: boolean;
};
type Props = { person: RegistrationView; may: May };
type CaseProps = Props & {
  incomeYear: string;
  /** Where a letter follows, the paper has that alone. */
  onScreenOnly: boolean;
};

/** A registration: what was stated, what was decided, and what to decide next. */
export function RegistrationCase({ person, may, incomeYear, onScreenOnly }: CaseProps) {
  const t = useTranslations("registrations");
  const { name, state, placeName, cameOn, receiptNumber } = person;
  const proposal = person.decisions.find(({ approval }) => approval === "pending");
  const decided = person.decisions.length;
  return (
    <div className="max-w-form" data-screen-only={onScreenOnly ? true : undefined}>
      <PageHeading
        eyebrow={<Link href="/registrations?state=open">{t("title")}</Link>}
        title={t(`headline_${state}`, { name })}
        sub={t("caseSub", {
          date: formatThaiDate(cameOn),
          place: placeName,
          receipt: receiptNumber,
        })}
        actions={<Actions person={person} may={may} />}
      />
      <div className="grid gap-5">
        {!person.holderId && isOpen(state) && <Notice kind="info">{t("carriedOver")}</Notice>}
        <Card>
          <Facts person={person} incomeYear={incomeYear} />
        </Card>
        {proposal && may.approve && <Approval person={person} proposal={proposal} />}
        {!proposal && isOpen(state) && may.decide && (
          <DecisionForms key={decided} person={person} />
        )}
        {decided > 0 && <Decisions decisions={person.decisions} />}
        {!proposal && state === "refused" && may.decide && <DecideAgain person={person} />}
      </div>
    </div>
  );
}

/** A refusal is not asked about again by itself: only where the Ministry has answered anew. */
function DecideAgain({ person }: Pick<Props, "person">) {
  const t = useTranslations("registrations");
  return (
    <details key={person.decisions.length} data-screen-only>
      <summary className="min-h-12 cursor-pointer py-3 text-indigo">{t("decideAgain")}</summary>
      <DecisionForms person={person} />
    </details>
  );
}

function Actions({ person, may }: Props) {
  const t = useTranslations("registrations");
  const { id, holderId, holderHere, state } = person;
  return (
    <>
      {may.answer && (
        <LinkButton icon={ClipboardPen} href={`/registrations/${id}/answer`}>
          {t("answerTitle")}
        </LinkButton>
      )}
      {holderId && holderHere && may.readFile && (
        <LinkButton tone="secondary" icon={FileText} href={`/holders/${holderId}`}>
          {t("openFile")}
        </LinkButton>
      )}
      {!holderId && may.complete && isOpen(state) && (
        <LinkButton tone="secondary" icon={UserRoundPlus} href="/registrations/new">
          {t("complete")}
        </LinkButton>
      )}
      {may.register && person.receiptHere && (
        <LinkButton tone="secondary" icon={Printer} href={`/registrations/${id}/receipt`}>
          {t("printReceipt")}
        </LinkButton>
      )}
    </>
  );
}

/** What is known of the person; the income stays behind its curtain. */
function Facts({ person, incomeYear }: Pick<CaseProps, "person" | "incomeYear">) {
  const t = useTranslations("registrations");
  const words = useTranslations("words");
  const { subdistrict, moo, incomeSatang, cardShown } = person;
  const answer = person.answers.at(-1);
  return (
    <DescriptionList
      items={[
        { term: t("nationalId"), detail: maskNationalId(person.nationalIdLast4) },
        { term: t("phone"), detail: person.phone ? <PhoneLink number={person.phone} /> : "–" },
        ...(subdistrict
          ? [
              {
                term: t("birthDate"),
                detail: person.birthDate ? formatThaiDate(person.birthDate) : "–",
              },
              {
                term: t("address"),
                detail: t("addressText", {
                  houseNo: person.houseNo ? words("houseNo", { houseNo: person.houseNo }) : "",
                  moo: moo === null ? "" : words("moo", { moo }),
                  subdistrict: subdistrict.name,
                  district: subdistrict.district.name,
                }).trim(),
              },
              { term: t("occupation"), detail: person.occupation ?? "–" },
            ]
          : []),
        ...(incomeSatang === null
          ? []
          : [
              {
                term: t("income", { year: incomeYear }),
                detail: (
                  <details className="inline-block">
                    <summary className="cursor-pointer text-indigo">{t("showIncome")}</summary>
                    {t("baht", { baht: (incomeSatang / 100).toLocaleString("en-US") })}
                  </details>
                ),
              },
            ]),
        ...(cardShown ? [{ term: t("cardShown"), detail: t(`card_${cardShown}`) }] : []),
        ...(answer
          ? [
              {
                term: t("answer"),
                detail: t("answerOn", {
                  answer: words(`answer_${answer.answer}`),
                  date: formatThaiDate(answer.on),
                }),
              },
            ]
          : []),
        { term: t("receivedBy"), detail: person.recordedBy },
      ]}
    />
  );
}
