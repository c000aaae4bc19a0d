import { useTranslations } from "next-intl";
import { citations } from "@/domain/rules/citations";
import type { Interpretation } from "@/domain/rules/interpretations";
import { toArabicDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Quotation } from "@/ui/quotation";

/** One interpretation: the printed text, how it is read, why, since when. Its address is `/interpretations#n<number>`. */
export function InterpretationEntry({ entry }: { entry: Interpretation }) {
  const t = useTranslations("interpretations");
  const { number, title, reading, why, since } = entry;
  return (
    <div id={`n${number}`} className="scroll-mt-4">
      <Card title={t("heading", { number, title })}>
        <DescriptionList
          items={[
            { term: t("reading"), detail: reading },
            { term: t("why"), detail: why },
            { term: t("asPrinted"), detail: <Printed entry={entry} /> },
            { term: t("since"), detail: <span className="keep">{formatThaiDate(since)}</span> },
          ]}
        />
      </Card>
    </div>
  );
}

function Printed({ entry }: { entry: Interpretation }) {
  const t = useTranslations("interpretations");
  if (entry.printed.length === 0) return t("notPrinted");
  return (
    <div className="flex flex-col gap-3">
      {entry.printed.map((id) => {
        const { clause, quote, reading } = citations[id];
        return (
          <Quotation
            key={id}
            source={toArabicDigits(clause)}
            reading={reading && t("scan", { reading })}
          >
            {quote}
          </Quotation>
        );
      })}
    </div>
  );
}
