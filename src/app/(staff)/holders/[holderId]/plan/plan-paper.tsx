import { useTranslations } from "next-intl";
import { PaperText } from "@/app/printed/paper-text";
import { PrintButton } from "@/app/printed/print-button";
import { maskNationalId } from "@/domain/national-id";
import { formatPhone } from "@/domain/phone";
import { mayEver, type Role } from "@/domain/policy";
import { amountsOf } from "@/domain/rules/top-up";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import type { PlanView } from "@/server/plans/queries";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { AgreeForm } from "./agree-form";
import { ChangeList } from "./change-list";
import { PlanProjects } from "./plan-projects";

type Props = { plan: PlanView; today: string; holderId: string; role: Role };

/** The plan in large type for the holder to read and sign; what has changed since, and the next version. */
export function PlanPaper({ plan, today, holderId, role }: Props) {
  const t = useTranslations("plan");
  const { shown, changesNow, inForce } = plan;
  return (
    <div className="max-w-[52rem] print:max-w-none">
      <div data-screen-only className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <Link href={`/holders/${holderId}`} className="inline-flex min-h-12 items-center">
          {t("back")}
        </Link>
        <PrintButton label={t("print")} />
      </div>
      {inForce && changesNow.length > 0 && (
        <div data-screen-only className="mb-5">
          <Notice kind="warn" title={t("changedNow")}>
            <ChangeList changes={changesNow} />
          </Notice>
        </div>
      )}
      <article
        data-numbered-pages
        className="rounded-card border border-line bg-card p-5 text-lg print:border-0 print:p-0 print:text-[15pt] print:leading-[1.4]"
      >
        <h1 className="text-2xl print:text-[20pt]">{t("heading", { number: shown.number })}</h1>
        {!inForce && <p className="font-semibold">{t("earlier")}</p>}
        <Who plan={plan} />
        <TopUp plan={plan} />
        <Goals plan={plan} />
        <PlanProjects plan={plan} today={today} />
        {shown.changes.length > 0 && (
          <section className="mt-5 print:mt-3">
            <h2 className="text-lg print:text-[16pt]">{t("changes")}</h2>
            <ChangeList changes={shown.changes} />
          </section>
        )}
        {/* The signatures never stand alone on a page: what is above them goes with them. */}
        <div data-keep-together>
          <Contact plan={plan} />
          <Signatures plan={plan} />
        </div>
      </article>
      <div data-screen-only className="mt-6 grid gap-5">
        {inForce && mayEver({ role }, "plan.agree") && (
          <AgreeForm plan={plan} holderId={holderId} today={today} />
        )}
        <Versions plan={plan} holderId={holderId} />
      </div>
    </div>
  );
}

function Who({ plan: { holder, shown } }: { plan: PlanView }) {
  const t = useTranslations("plan");
  const words = useTranslations("words");
  const place = [
    holder.houseNo && words("houseNo", { houseNo: holder.houseNo }),
    holder.moo !== null && words("moo", { moo: holder.moo }),
    words("subdistrict", { name: holder.subdistrict.name }),
    words("district", { name: holder.district.name }),
  ];
  return (
    <div className="mt-3">
      <p className="font-semibold">
        {holder.name}{" "}
        <span className="keep font-normal">{maskNationalId(holder.nationalIdLast4)}</span>
      </p>
      <p>{place.filter(Boolean).join(" ")}</p>
      <p>{t("agreedOn", { date: formatThaiDate(shown.agreedOn) })}</p>
    </div>
  );
}

/** The first thing that a holder asks: how much, from when until when, where it is spent; and that it is a right, no payment. */
function TopUp({ plan: { shown, oneOffs } }: { plan: PlanView }) {
  const t = useTranslations("plan");
  const once = useTranslations("oneOffs");
  const { topUp } = shown.basis;
  return (
    <section data-keep-together className="mt-4 print:mt-3 border border-ink px-4 py-2">
      <h2 className="text-lg print:text-[16pt]">{t("topUp")}</h2>
      {"none" in topUp ? (
        <p>{t("topUpNone")}</p>
      ) : (
        <>
          {amountsOf(topUp).map(({ monthly, from, until }) => (
            <p key={from} className="font-semibold">
              <PaperText>
                {t("topUpMonthly", {
                  monthly,
                  from: formatThaiMonth(from),
                  until: formatThaiMonth(until),
                })}
              </PaperText>
            </p>
          ))}
          <p>
            <PaperText>{t("topUpTotal", { months: topUp.months, total: topUp.total })}</PaperText>
          </p>
          <p>
            <PaperText>{t("topUpWhere")}</PaperText>
          </p>
        </>
      )}
      {oneOffs.map(({ list, name, baht, month }) => (
        <p key={list} className="font-semibold">
          <PaperText>{once("holders", { name, baht, month: formatThaiMonth(month) })}</PaperText>
        </p>
      ))}
      <p>{t("topUpCaveat")}</p>
    </section>
  );
}

/** Who answers questions, and what the holder may ask for. */
function Contact({ plan: { holder, office, shown } }: { plan: PlanView }) {
  const t = useTranslations("plan");
  const phone = holder.accountOfficer?.phone;
  return (
    <section className="mt-5 print:mt-3">
      <h2 className="text-lg print:text-[16pt]">{t("contact")}</h2>
      {holder.accountOfficer && (
        <p>
          <PaperText>
            {[
              t("officer", { name: holder.accountOfficer.name }),
              phone && t("call", { phone: formatPhone(phone) }),
            ]
              .filter(Boolean)
              .join(" ")}
          </PaperText>
        </p>
      )}
      <p>
        <PaperText>
          {[office.seat, office.phone && t("call", { phone: formatPhone(office.phone) })]
            .filter(Boolean)
            .join(" ")}
        </PaperText>
      </p>
      <p>
        <PaperText>{t("rights")}</PaperText>
      </p>
      {shown.nextContactOn && (
        <p className="mt-3 font-semibold">
          <PaperText>{t("next", { date: formatThaiDate(shown.nextContactOn) })}</PaperText>
        </p>
      )}
    </section>
  );
}

function Goals({ plan: { shown } }: { plan: PlanView }) {
  const t = useTranslations("plan");
  const words = useTranslations("words");
  const causes = useTranslations("assessment");
  return (
    <section className="mt-5 print:mt-3">
      <h2 className="text-lg print:text-[16pt]">{t("goals")}</h2>
      {shown.assessment.mainCause && (
        <p>
          {t("cause", {
            cause: causes(`causesOption_${shown.assessment.mainCause}`),
          })}
        </p>
      )}
      {shown.occupation && <p>{t("occupation", { occupation: shown.occupation })}</p>}
      {shown.goals.length > 0 && (
        <ul className="list-disc pl-6">
          {shown.goals.map(({ dimension, goal }) => (
            <li key={dimension}>
              {words(`dimension_${dimension}`)}: {goal}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Signatures({ plan: { holder, shown } }: { plan: PlanView }) {
  const t = useTranslations("plan");
  const line = "....................................";
  return (
    <div className="mt-8 grid gap-8 text-base sm:grid-cols-2 print:mt-10 print:grid-cols-2 print:text-[13pt]">
      <p className="text-center">
        {t("signHolder", { line })}
        <span className="block">
          <PaperText>{`(${holder.name})`}</PaperText>
        </span>
      </p>
      <p className="text-center">
        {t("signOfficer", { line })}
        <span className="block">
          <PaperText>{`(${shown.recordedBy.name})`}</PaperText>
        </span>
      </p>
    </div>
  );
}

function Versions({ plan: { versions, shown }, holderId }: { plan: PlanView; holderId: string }) {
  const t = useTranslations("plan");
  if (versions.length < 2) return null;
  return (
    <section>
      <h2 className="text-lg">{t("versions")}</h2>
      <ul>
        {versions.map(({ number, agreedOn, changes }) => (
          <li key={number} className="min-h-12 py-2">
            {number === shown.number ? (
              <strong>{t("version", { number, date: formatThaiDate(agreedOn) })}</strong>
            ) : (
              <Link href={`/holders/${holderId}/plan?version=${number}`}>
                {t("version", { number, date: formatThaiDate(agreedOn) })}
              </Link>
            )}
            {changes.length > 0 && <ChangeList changes={changes} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
