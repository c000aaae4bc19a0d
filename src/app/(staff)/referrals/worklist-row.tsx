import { useTranslations } from "next-intl";
import { PhoneLink } from "@/app/parts/phone-link";
import { StateTag } from "@/app/parts/referral-state-tag";
import { dueOf } from "@/domain/due";
import { formatPhone } from "@/domain/phone";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { ReferralRow } from "@/server/referrals/queries";
import { Disclosure } from "@/ui/disclosure";
import { KeepWords } from "@/ui/keep-words";
import { Notice } from "@/ui/notice";

type RowProps = { row: ReferralRow; today: string; chosen: boolean; onToggle?: () => void };

/** One referral of the agency's list: the person, how to reach them, the project, the state. */
export function WorklistRow({ row, today, chosen, onToggle }: RowProps) {
  const t = useTranslations("referrals");
  const words = useTranslations("words");
  const project = row.projectName;
  const name = row.holderName ?? "";
  return (
    <li className="flex gap-3 px-4 py-3">
      {onToggle && (
        <label
          data-screen-only
          className="-m-2 flex min-h-12 min-w-12 shrink-0 items-start justify-center pt-3"
        >
          <input
            type="checkbox"
            className="size-6 accent-indigo"
            checked={chosen}
            onChange={onToggle}
            aria-label={t("choose", { name, project })}
          />
        </label>
      )}
      <div className="min-w-0 flex-1">
        {chosen && onToggle && (
          // For the keyboard: the focus need not pass the rest of the list.
          <a href="#answer" className="sr-only focus:not-sr-only">
            {t("toAnswer")}
          </a>
        )}
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <p className="min-w-0 flex-1 basis-48 font-semibold">
            <KeepWords>{name}</KeepWords>
            <span className="block text-sm font-normal text-soft">
              {row.holderPlace} ·{" "}
              {row.holderPhone ? (
                <PhoneLink number={row.holderPhone}>
                  {t("phone", { phone: formatPhone(row.holderPhone) })}
                </PhoneLink>
              ) : (
                t("noPhone")
              )}
            </span>
          </p>
          <p className="sm:text-right">
            <StateTag state={row.state} nextOn={row.nextOn} today={today} />
            {row.nextOn && row.state !== "escalated" && (
              <span className="block text-sm text-soft">
                {words("due", dueOf(row.nextOn, today))} ({formatThaiDateShort(row.nextOn)})
              </span>
            )}
          </p>
        </div>
        <p className="text-sm">{project}</p>
        {row.result && <p className="text-sm">{t(`result_${row.result}`)}</p>}
        {row.words && <p className="text-sm text-soft">“{row.words}”</p>}
        {row.consentWithdrawnOn && (
          <div className="mt-2">
            <Notice kind="warn">
              {t("withdrawnOn", { date: formatThaiDateShort(row.consentWithdrawnOn) })}
            </Notice>
          </div>
        )}
        <Disclosure summary={t("answers")}>
          <Answers row={row} />
        </Disclosure>
      </div>
    </li>
  );
}

function Answers({ row }: { row: ReferralRow }) {
  const t = useTranslations("referrals");
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
      {row.answers.length === 0 && <p>{t("noAnswers")}</p>}
      {row.answers.map(({ ask, answer }) => (
        <div key={ask} className="contents">
          <dt className="text-soft">{ask}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
      <dt className="text-soft">{t("sentBy")}</dt>
      <dd>
        {row.senderName} {row.senderPhone && <span className="keep">{row.senderPhone}</span>}
      </dd>
    </dl>
  );
}
