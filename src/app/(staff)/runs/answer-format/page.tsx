import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { mayEver } from "@/domain/policy";
import { bandNamed } from "@/domain/rules/rule-words";
import { rulesOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { findAnswerFormat } from "@/server/month-runs/answers";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("runAnswers"))("format") };
}

/** How the Ministry's answer to a run is read: the columns, the codes, and what the amount includes. */
export default async function AnswerFormatPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.configure")) notFound();
  const { format, bands } = await scoped(actor, async (scope) => {
    const rules = rulesOn(scope.ruleSets, await programmeDate(scope.tx));
    const bands = rules.incomeBands.map(({ id }) => bandNamed(rules, id));
    return { format: await findAnswerFormat(scope), bands };
  });
  const [lowBand = "", highBand = lowBand] = bands;
  const t = await getTranslations("runAnswers");
  const runs = await getTranslations("runs");
  const [low, high] = Object.values(format?.base ?? {}).map((satang) => String(satang / 100));
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/runs" className="underline">
            {runs("title")}
          </Link>
        }
        title={t("format")}
        sub={t("formatSub")}
      />
      <CommandForm
        command="setAnswerFormat"
        fields={[
          { name: "idColumn", kind: "text", label: t("idColumn"), initial: format?.idColumn },
          {
            name: "amountColumn",
            kind: "text",
            label: t("amountColumn"),
            hint: t("amountHint"),
            initial: format?.amountColumn ?? undefined,
          },
          {
            name: "codeColumn",
            kind: "text",
            label: t("codeColumn"),
            initial: format?.codeColumn ?? undefined,
          },
          {
            name: "toppedUpCodes",
            kind: "long",
            label: t("toppedUpCodes"),
            hint: t("codesHint"),
            initial: format?.toppedUpCodes.join("\n"),
          },
          {
            name: "otherCodes",
            kind: "long",
            label: t("otherCodes"),
            hint: t("codesHint"),
            initial: format?.otherCodes.join("\n"),
          },
          {
            name: "baseLow",
            kind: "text",
            label: t("base", { band: lowBand }),
            hint: t("baseHint"),
            initial: low,
          },
          { name: "baseHigh", kind: "text", label: t("base", { band: highBand }), initial: high },
          { name: "reason", kind: "text", label: t("reason") },
        ]}
        submit={t("save")}
        then="/runs"
      />
    </div>
  );
}
