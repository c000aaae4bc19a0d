import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { IntentForm } from "@/app/intent/intent-form";
import { nextPersonHref } from "@/app/intent/next-person";
import { PersonCard } from "@/app/intent/person-card";
import { formatThaiDate } from "@/domain/thai-dates";
import { viewJustRegistered } from "@/server/intents/queries";
import { listProvinceSubdistricts } from "@/server/places/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("registrations"))("answerTitle") };
}

/** The second half of registering at an office: the desk's own form, for whom the reader has registered today. */
export default async function AnswerPage({
  params,
}: PageProps<"/registrations/[registrationId]/answer">) {
  const [{ registrationId }, actor] = await Promise.all([params, requireActor()]);
  const id = z.uuid().safeParse(registrationId);
  if (!id.success) notFound();
  const { person, subdistricts } = await scoped(actor, async (scope) => ({
    person: await viewJustRegistered(scope, id.data),
    subdistricts: await listProvinceSubdistricts(scope),
  }));
  if (!person) notFound();
  const [t, refusal] = await Promise.all([
    getTranslations("registrations"),
    getTranslations("refusal"),
  ]);
  const backHref = `/registrations/${id.data}`;
  return (
    <>
      <PageHeading
        eyebrow={[person.placeName, formatThaiDate(person.today)].join(" · ")}
        title={person.name}
        sub={t("answerSub", { receipt: person.receiptNumber })}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,40rem)]">
        <div className="lg:sticky lg:top-5">
          <PersonCard holder={person} />
        </div>
        {person.refused ? (
          <Notice
            kind="warn"
            action={
              <LinkButton tone="secondary" href={backHref}>
                {t("title")}
              </LinkButton>
            }
          >
            {refusal(person.refused)}
          </Notice>
        ) : (
          <IntentForm
            holderId={person.id}
            elsewhere={false}
            name={person.name}
            deskId={null}
            backHref={backHref}
            nextHref={nextPersonHref(actor)}
            knownPhone={person.phone}
            subdistricts={subdistricts}
          />
        )}
      </div>
    </>
  );
}
