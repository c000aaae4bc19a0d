import { useTranslations } from "next-intl";
import { PrintButton } from "@/app/printed/print-button";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { PaperHolder } from "@/server/assessments/queries";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { PaperForm } from "./paper-form";

type Props = {
  holders: readonly PaperHolder[];
  rules: RuleSet;
  today: string;
  subdistrict: string;
  moo: number;
};

/** The forms of one village, three A4 pages per person; the screen shows them as they print. */
export function PaperForms({ holders, rules, today, subdistrict, moo }: Props) {
  const t = useTranslations("paperForm");
  return (
    <>
      <div data-screen-only>
        <PageHeading
          title={t("villageTitle", { count: holders.length, subdistrict, moo })}
          sub={`${t("villageSub")} · ${t("villageLimit")}`}
          actions={
            <>
              <LinkButton href="/print/forms" tone="secondary">
                {t("otherVillage")}
              </LinkButton>
              <PrintButton label={t("print")} />
            </>
          }
        />
      </div>
      <div className="flex flex-col gap-8 print:gap-0">
        {holders.map((holder) => (
          <PaperForm key={holder.id} holder={holder} rules={rules} today={today} />
        ))}
      </div>
    </>
  );
}
