import { useTranslations } from "next-intl";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ProvinceTrail } from "@/app/parts/province-trail";
import { settingsHeadline } from "@/domain/list-headline";
import { formatThaiDate } from "@/domain/thai-dates";
import type { SettingRow } from "@/server/settings/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { useSettingValue } from "./setting-words";

/** Each setting with its value today; each opens its reasons, its history and its change. */
export function SettingsView({ settings }: { settings: readonly SettingRow[] }) {
  const t = useTranslations("settings");
  const pending = settings.reduce((sum, { pending }) => sum + pending.length, 0);
  const changed = settings.filter(
    ({ inForce, coming, districts }) => inForce || coming.length > 0 || districts.length > 0,
  ).length;
  const headline = settingsHeadline({ pending, changed });
  const groups = [
    { name: "local", rows: settings.filter(({ national }) => !national) },
    { name: "national", rows: settings.filter(({ national }) => national) },
  ] as const;
  return (
    <>
      <PageHeading
        eyebrow={<ProvinceTrail here={t("title")} />}
        title={t(`headline_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t("sub")}
      />
      <div className="grid max-w-3xl gap-5">
        {groups.map(({ name, rows }) => (
          <Card key={name} title={t(name)} sub={t(`${name}Sub`)}>
            <ul className="divide-y divide-line">
              {rows.map((setting) => (
                <li key={setting.key}>
                  <SettingLine setting={setting} />
                </li>
              ))}
            </ul>
          </Card>
        ))}
        <p>
          <Link href="/interpretations" className="inline-flex min-h-12 items-center">
            {t("interpretations")}
          </Link>
        </p>
      </div>
    </>
  );
}

function SettingLine({ setting }: { setting: SettingRow }) {
  const t = useTranslations("settings");
  const valueWords = useSettingValue();
  const { key, value, inForce, coming, districts, pending } = setting;
  return (
    <Link
      href={`/settings/${key}`}
      className="flex min-h-14 flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-3 no-underline hover:bg-indigo-tint"
    >
      <span className="min-w-0 text-indigo underline">{t(`key_${key}`)}</span>
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {pending.length > 0 && <Tag tone="due">{t("pendingTag")}</Tag>}
        <strong className="text-ink">{valueWords(key, value)}</strong>
        <span className="text-sm text-soft">
          {inForce ? t("since", { date: formatThaiDate(inForce.fromOn) }) : t("byDefault")}
        </span>
      </span>
      {districts.length > 0 && (
        <span className="w-full text-sm text-soft">
          {t("districtsCount", { count: districts.length })}
        </span>
      )}
      {coming.map((entry) => (
        <span key={entry.id} className="w-full text-sm text-soft">
          {t("coming", {
            value: valueWords(key, entry.value),
            date: formatThaiDate(entry.fromOn),
          })}
        </span>
      ))}
    </Link>
  );
}
