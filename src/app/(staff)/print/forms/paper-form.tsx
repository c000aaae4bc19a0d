import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ageToday } from "@/domain/age";
import { steps } from "@/domain/assessment";
import { maskNationalId } from "@/domain/national-id";
import { formatPhone, phoneOf } from "@/domain/phone";
import type { RuleSet } from "@/domain/rules/rule-set";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { PaperHolder } from "@/server/assessments/queries";
import { Line } from "./line";
import { PaperCodes } from "./paper-codes";
import { PaperMenuTable } from "./paper-menu";
import { PaperQuestions } from "./paper-questions";

type Props = {
  holder: PaperHolder;
  /** The rules in force: their code lists are printed. */
  rules: RuleSet;
  today: string;
};

/** One person's form: what the list knows is printed, everything else is a box or a line. */
export function PaperForm({ holder, rules, today }: Props) {
  const t = useTranslations("paperForm");
  const asked = useTranslations("assessment");
  return (
    <article className="rounded-card border border-line bg-card p-6 text-sm leading-snug print:not-last:break-after-page print:rounded-none print:border-0 print:p-0 print:text-[9.5pt]">
      <header className="flex flex-wrap items-start justify-between gap-x-6 border-b-2 border-ink pb-2">
        <h2 className="text-lg print:text-[12pt]">{t("formTitle")}</h2>
        <p>
          {t("formNumber")} <Line width="28mm" />
        </p>
      </header>
      <Person holder={holder} today={today} />
      {steps.map((step, index) => (
        <section key={step} className="mt-3">
          <h3 className="border-b border-line font-bold print:border-ink">
            {t("step", {
              number: index + 1,
              title: asked(`step_${step}`),
              clinic: asked(`clinic_${step}`),
            })}
          </h3>
          {index === steps.length - 1 && <PaperMenuTable menu={holder.rules} />}
          <PaperQuestions step={step} />
        </section>
      ))}
      <Signatures />
      <p className="mt-2 font-semibold">{t("never")}</p>
      <PaperCodes rules={rules} />
    </article>
  );
}

function Person({ holder, today }: Omit<Props, "rules">) {
  const t = useTranslations("paperForm");
  const words = useTranslations("words");
  const { firstYesOn, latestAnswer, houseNo, moo } = holder;
  const phone = phoneOf(holder);
  const age = ageToday(holder, today);
  const intent =
    latestAnswer === "no"
      ? t("intentNo")
      : firstYesOn
        ? t("intentYes", { date: formatThaiDateShort(firstYesOn) })
        : t("intentNone");
  const address = [
    houseNo && words("houseNo", { houseNo }),
    moo !== null && words("moo", { moo }),
    words("subdistrict", { name: holder.subdistrict.name }),
    words("district", { name: holder.district.name }),
  ].filter(Boolean);
  const facts: [string, ReactNode][] = [
    [t("person"), <b key="name">{`${holder.title}${holder.firstName} ${holder.lastName}`}</b>],
    [t("nationalId"), maskNationalId(holder.nationalIdLast4)],
    [t("age"), age === null ? words("ageUnknown") : t("years", { age })],
    [t("address"), address.join(" ")],
    [t("phone"), phone ? formatPhone(phone) : t("unknown")],
    [t("listed"), holder.ministryOccupation ?? t("unknown")],
    [t("band"), holder.rules.incomeBand],
    [t("intent"), intent],
    [t("officer"), holder.accountOfficerCode ?? t("unknown")],
  ];
  return (
    <dl className="mt-2 grid gap-x-6 sm:grid-cols-2 print:grid-cols-2">
      {facts.map(([term, detail]) => (
        <div key={term} className="flex gap-2">
          <dt className="shrink-0 text-soft print:text-ink">{term}:</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

function Signatures() {
  const t = useTranslations("paperForm");
  return (
    <div className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2" data-keep-together>
      {[
        t("signHolder"),
        t("signOfficer"),
        t("witness", { number: 1 }),
        t("witness", { number: 2 }),
        t("signBank"),
        t("date"),
      ].map((label) => (
        <p key={label}>
          <Line width="100%" />
          <br />
          {label}
        </p>
      ))}
    </div>
  );
}
