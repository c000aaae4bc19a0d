import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CommandForm } from "@/app/forms/command-form";
import { IntentForm } from "@/app/intent/intent-form";
import { PersonCard } from "@/app/intent/person-card";
import { deskRefusal } from "@/domain/intent";
import { mayEver } from "@/domain/policy";
import type { RuleSet } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { monthsOfYes } from "@/domain/rules/top-up";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { type PersonAtDesk, viewForDesk } from "@/server/intents/queries";
import { listDeskOpeners, listProvinceSubdistricts } from "@/server/places/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { chosenDesk, deskCookie } from "../../desk-cookie";
import { Openers } from "../../openers";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("title") };
}

export default async function RegisterPage({ params }: PageProps<"/desk/holders/[holderId]">) {
  const actor = await requireActor();
  const holderId = z.uuid().safeParse((await params).holderId);
  if (!holderId.success || !mayEver(actor, "intent.record")) notFound();
  const { ruleSets, holder, subdistricts, openers } = await scoped(actor, async (scope) => ({
    ruleSets: scope.ruleSets,
    holder: await viewForDesk(scope, holderId.data),
    subdistricts: await listProvinceSubdistricts(scope),
    openers: await listDeskOpeners(scope),
  }));
  if (!holder) notFound();
  const [t, refusal] = await Promise.all([getTranslations("desk"), getTranslations("refusal")]);
  const desk = chosenDesk(holder.desks, (await cookies()).get(deskCookie)?.value);
  const rules = rulesOn(ruleSets, holder.today);
  const over = holder.today > rules.walkIn.value.until;
  const refused = deskRefusal(rules.walkIn.value, {
    intentOn: holder.today,
    today: holder.today,
    deskIsOpen: desk !== null,
  });
  return (
    <>
      <PageHeading
        eyebrow={[desk?.placeName, formatThaiDate(holder.today)].filter(Boolean).join(" · ")}
        title={holder.name}
        sub={!refused && <span className="max-md:hidden">{t("keys")}</span>}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,40rem)]">
        <div className="lg:sticky lg:top-5">
          <PersonCard holder={holder} over={over} />
          {holder.birthDateMissing && mayEver(actor, "correction.from_card") && (
            <div className="mt-5">
              <Card title={t("cardBirthDate")} sub={t("cardBirthDateSub")}>
                <CommandForm
                  name="card"
                  command="askBirthDate"
                  fixed={{ holderId: holder.id }}
                  fields={[
                    {
                      name: "birthDate",
                      kind: "date",
                      label: t("cardBirthDateLabel"),
                      hint: t("cardBirthDateHint"),
                    },
                  ]}
                  submit={t("cardBirthDateVerb")}
                  tone="secondary"
                />
              </Card>
            </div>
          )}
        </div>
        {desk && !refused ? (
          <IntentForm
            holderId={holder.id}
            elsewhere={holder.elsewhere}
            name={holder.name}
            deskId={desk.id}
            backHref="/desk"
            nextHref="/desk"
            knownPhone={holder.phone}
            subdistricts={subdistricts}
          />
        ) : (
          <Notice
            kind="warn"
            title={t(over ? "deskOver" : "needsDesk")}
            action={
              <LinkButton tone="secondary" href="/desk">
                {t("back")}
              </LinkButton>
            }
          >
            {over ? (
              <StillByInterview holder={holder} openers={openers} rules={rules} />
            ) : (
              refusal(refused ?? "DESK_NOT_OPEN")
            )}
          </Notice>
        )}
      </div>
    </>
  );
}

type Still = {
  holder: PersonAtDesk;
  openers: Awaited<ReturnType<typeof listDeskOpeners>>;
  rules: RuleSet;
};

/** After the desks have closed nobody is sent away: the same is said in an interview, and who arranges one is named. */
async function StillByInterview({ holder, openers, rules }: Still) {
  const t = await getTranslations("desk");
  if (holder.elsewhere) return t("overElsewhere", { district: holder.district });
  const months = monthsOfYes(rules, holder.today);
  return (
    <>
      <p>
        {t("overInterview")}{" "}
        {months
          ? t("overPaid", { from: formatThaiMonth(months.from) })
          : t("overUnpaid", { last: formatThaiMonth(rules.topUp.lastMonth.value) })}
      </p>
      <p>{t("overAsk")}</p>
      <Openers openers={openers} />
    </>
  );
}
