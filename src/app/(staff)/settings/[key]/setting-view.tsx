import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { DecisionForm } from "@/app/forms/decision-form";
import type { FormField } from "@/app/forms/form-field";
import { DoneForHead } from "@/app/parts/done-for-head";
import { isNational } from "@/domain/settings";
import { formatThaiDate } from "@/domain/thai-dates";
import type { SettingEntryRow, SettingPage } from "@/server/settings/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Tag, type Tone } from "@/ui/tag";
import { useSettingValue } from "../setting-words";

type Props = { setting: SettingPage; actorId: string };
const tones: Record<SettingEntryRow["decision"], Tone> = {
  pending: "due",
  approved: "done",
  refused: "late",
  withdrawn: "quiet",
};

/** One setting: its value, why, who decided it, earlier values, and a form for a new value. */
export function SettingView({ setting, actorId }: Props) {
  const t = useTranslations("settings");
  const valueWords = useSettingValue();
  const { key, value, inForce, coming, districts, pending, history, districtNames } = setting;
  const next = coming.at(-1);
  const lines = [
    inForce ? t("since", { date: formatThaiDate(inForce.fromOn) }) : t("byDefault"),
    next && t("coming", { value: valueWords(key, next.value), date: formatThaiDate(next.fromOn) }),
    ...districts.map(({ districtCode, value }) =>
      t("districtsOwn", {
        name: districtNames[districtCode ?? ""] ?? "",
        value: valueWords(key, value),
      }),
    ),
  ];
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/settings">{t("title")}</Link>}
        title={`${t(`key_${key}`)} ${valueWords(key, value)}`}
        sub={lines.filter(Boolean).join(" · ")}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          {pending.map((entry) => (
            <PendingCard key={entry.id} setting={setting} entry={entry} actorId={actorId} />
          ))}
          {pending.length === 0 && <ChangeCard setting={setting} />}
        </div>
        <Card title={t("history")}>
          {history.length === 0 && <p className="text-soft">{t("historyNone")}</p>}
          <ol className="divide-y divide-line">
            {history.map((entry) => (
              <li key={entry.id} className="py-4 first:pt-0 last:pb-0">
                <Entry setting={setting} entry={entry} />
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </>
  );
}

type EntryProps = { setting: SettingPage; entry: SettingEntryRow };

function Entry({ setting, entry }: EntryProps) {
  const t = useTranslations("settings");
  const valueWords = useSettingValue();
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <strong>
          {valueWords(setting.key, entry.value)} ·{" "}
          {t("since", { date: formatThaiDate(entry.fromOn) })}
        </strong>
        <Tag tone={tones[entry.decision]}>{t(`decision_${entry.decision}`)}</Tag>
      </div>
      <EntryFacts setting={setting} entry={entry} />
    </>
  );
}

/** Why, for whom, by which letter, prepared and decided by whom. */
function EntryFacts({ setting, entry }: EntryProps) {
  const t = useTranslations("settings");
  const words = useTranslations("words");
  const { districtCode, letterNumber, letterOn, preparedBy, decidedBy, delegation } = entry;
  return (
    <DescriptionList
      items={[
        { term: t("whyTerm"), detail: entry.reason },
        {
          term: t("appliesTerm"),
          detail: districtCode
            ? words("district", { name: setting.districtNames[districtCode] ?? districtCode })
            : t("wholeProvince"),
        },
        ...(letterNumber && letterOn
          ? [
              {
                term: t("letterTerm"),
                detail: t("letter", { number: letterNumber, date: formatThaiDate(letterOn) }),
              },
            ]
          : []),
        {
          term: t("preparedTerm"),
          detail: `${preparedBy.name} ${preparedBy.position} · ${formatThaiDate(entry.preparedOn)}`,
        },
        ...(decidedBy && entry.decidedOn
          ? [
              {
                term: t("decidedTerm"),
                detail: <DoneForHead by={decidedBy} head="governor" order={delegation} />,
              },
              { term: t("decidedOnTerm"), detail: formatThaiDate(entry.decidedOn) },
            ]
          : []),
        ...(entry.decisionNote ? [{ term: t("note"), detail: entry.decisionNote }] : []),
      ]}
    />
  );
}

function PendingCard({ setting, entry, actorId }: EntryProps & { actorId: string }) {
  const t = useTranslations("settings");
  const valueWords = useSettingValue();
  const own = entry.preparedById === actorId;
  const alone = setting.national && own;
  return (
    <Card
      title={t("proposal", {
        value: valueWords(setting.key, entry.value),
        date: formatThaiDate(entry.fromOn),
      })}
    >
      <EntryFacts setting={setting} entry={entry} />
      <div className="mt-4">
        <DecisionForm
          name={`${entry.id}-`}
          command="decideSetting"
          fixed={{ entryId: entry.id }}
          own={own}
          mayApprove={!alone}
          approveLabel={t("approve")}
          note={alone && <Notice>{t("ownNational")}</Notice>}
        />
      </div>
    </Card>
  );
}

function ChangeCard({ setting }: { setting: SettingPage }) {
  const t = useTranslations("settings");
  const { key, national, today, value, districtNames } = setting;
  const fields: FormField<"prepareSetting">[] = isNational(key)
    ? [
        { name: "value", kind: "date", label: t("newDate") },
        { name: "letterNumber", kind: "text", label: t("letterNumber") },
        { name: "letterOn", kind: "date", label: t("letterOn") },
        { name: "fromOn", kind: "date", label: t("fromOn"), initial: today },
        { name: "reason", kind: "long", label: t("reason") },
      ]
    : [
        {
          name: "value",
          kind: "number",
          label: t(key === "meeting_day" ? "newMeetingDay" : "newDays"),
          initial: value,
        },
        { name: "fromOn", kind: "date", label: t("fromOn"), initial: today },
        { name: "reason", kind: "long", label: t("reason"), hint: t("reasonHint") },
        {
          name: "districtCode",
          kind: "select",
          label: t("applies"),
          hint: t("appliesHint"),
          choices: Object.entries(districtNames).map(([code, name]) => ({
            value: code,
            label: name,
          })),
        },
      ];
  return (
    <Card title={national ? t("changeNational") : t("change")}>
      <CommandForm command="prepareSetting" fixed={{ key }} fields={fields} submit={t("propose")} />
    </Card>
  );
}
