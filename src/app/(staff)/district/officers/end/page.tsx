import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { listCodes } from "@/server/officers/district-queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("officers"))("end") };
}

/** Ends a code; if it still has holders, their next officer is named in the same step. */
export default async function EndCodePage({ searchParams }: PageProps<"/district/officers/end">) {
  const actor = await requireActor();
  if (!mayEver(actor, "code.keep")) notFound();
  const { code } = await searchParams;
  const { codes, today } = await scoped(actor, async (scope) => ({
    codes: await listCodes(scope),
    today: await programmeDate(scope.tx),
  }));
  const ending = codes.find((each) => each.code === code);
  if (!ending) notFound();
  const t = await getTranslations("officers");
  const { name, people } = ending;
  const others = codes.filter(
    (each) =>
      each.code !== ending.code &&
      each.status === "active" &&
      (!each.endsOn || each.endsOn >= today),
  );
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={<Link href="/district/officers">{t("title")}</Link>}
        title={t("endTitle", { code: ending.code })}
        sub={people > 0 ? t("endSub", { name, count: people }) : t("endNobody", { name })}
      />
      <CommandForm
        command="endCode"
        fixed={{ code: ending.code }}
        fields={[
          {
            name: "endsOn",
            kind: "date",
            label: t("endsOnField"),
            hint: people > 0 ? t("endsOnHint") : undefined,
            initial: today,
          },
          ...(people > 0
            ? [
                {
                  name: "successor" as const,
                  kind: "select" as const,
                  label: t("successor"),
                  hint: t("successorHint", { count: people }),
                  choices: [
                    { value: "", label: t("successorNone") },
                    ...others.map((each) => ({
                      value: each.code,
                      label: t("successorChoice", {
                        name: each.name,
                        code: each.code,
                        count: each.people,
                      }),
                    })),
                  ],
                },
              ]
            : []),
        ]}
        submit={t("endSubmit")}
        then="/district/officers"
        aside={
          <LinkButton href="/district/officers" tone="quiet">
            {t("back")}
          </LinkButton>
        }
      />
    </div>
  );
}
