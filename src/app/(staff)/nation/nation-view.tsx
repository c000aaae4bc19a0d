import { useTranslations } from "next-intl";
import { percent } from "@/domain/dashboard";
import { smallestShown } from "@/domain/published/withhold";
import { namesUnder } from "@/domain/rules/rule-words";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Published } from "@/server/published/queries";
import { buttonClass } from "@/ui/button-style";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { NineNumbers } from "./nine-numbers";
import { PublishedTable } from "./published-table";

/** What is published of the country: its nine numbers, and every province. */
export function NationView({ published }: { published: Published }) {
  const t = useTranslations("nation");
  const { on, rules, all, provinces } = published;
  if (!all || !on)
    return (
      <>
        <PageHeading title={t("title")} />
        <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
      </>
    );
  const known = provinces.filter(({ counts }) => counts);
  const others = provinces.filter(({ counts }) => !counts);
  const figures = { count: known.length, of: provinces.length };
  const { young, low } = namesUnder(rules);
  return (
    <>
      <PageHeading
        eyebrow={t("title")}
        title={
          all.people === null
            ? t("headingWithheld", figures)
            : t("heading", { ...figures, people: all.people })
        }
        sub={t("asOf", { on: formatThaiDate(on) })}
        actions={
          <a href="/api/nation" download className={buttonClass("primary")}>
            {t("file")}
          </a>
        }
      />
      <div className="grid grid-cols-1 gap-4">
        <NineNumbers rules={rules} all={all} />
        <p>
          {all.answered === null || all.youngLow === null
            ? t("answeredWithheld", { age: young, band: low })
            : t("answeredLine", {
                age: young,
                band: low,
                answered: all.answered,
                people: all.youngLow,
                share: percent(all.answered, all.youngLow),
              })}
        </p>
        <Withheld />
        <Card title={t("provinces")} sub={t("unitPeople")}>
          <PublishedTable rules={rules} area="province" rows={known} whole={all} />
          <ShareOf rules={rules} />
          {others.length > 0 && (
            <Disclosure summary={t("others", { count: others.length })}>
              <p>{others.map(({ name }) => name).join(" · ")}</p>
            </Disclosure>
          )}
        </Card>
      </div>
    </>
  );
}

/** Which numbers are not shown, and why. */
export function Withheld() {
  const t = useTranslations("nation");
  return <Notice>{t("withheldText", { smallest: smallestShown })}</Notice>;
}

/** What the per cent of a table are of. */
export function ShareOf({ rules }: Pick<Published, "rules">) {
  const t = useTranslations("nation");
  const { young, low } = namesUnder(rules);
  return <p className="mt-2 text-sm text-soft">{t("shareOf", { age: young, band: low })}</p>;
}
