import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { findContacted } from "@/server/contacts/queries";
import { findFormDraft } from "@/server/form-drafts/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { KeepWords } from "@/ui/keep-words";
import { PageHeading } from "@/ui/page-heading";
import { ContactForm } from "./contact-form";

type Props = PageProps<"/holders/[holderId]/contacts/new">;

export async function generateMetadata() {
  return { title: (await getTranslations("followUps"))("record") };
}

/** One contact with a holder who has a plan; `?corrects=` names the earlier contact that it replaces. */
export default async function NewContactPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const holderId = z.uuid().safeParse((await params).holderId);
  if (!holderId.success || !mayEver(actor, "contact.record")) notFound();
  const { corrects: given, from } = await searchParams;
  const corrects = z.uuid().safeParse(given).data ?? null;
  const found = await scoped(actor, async (scope) => {
    const person = await findContacted(scope, holderId.data, corrects);
    return (
      person && {
        person,
        today: await programmeDate(scope.tx),
        // A correction is about one contact, a draft about a person: what corrects one must not fill the form of another.
        draft: corrects
          ? undefined
          : {
              form: "contact" as const,
              holderId: person.id,
              kept: await findFormDraft(scope, person.id, "contact"),
            },
      }
    );
  });
  if (!found) notFound();
  const { person, today, draft } = found;
  const t = await getTranslations("followUps");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={<KeepWords>{person.name}</KeepWords>}
        title={t(corrects ? "correctTitle" : "recordTitle", { count: person.contacts + 1 })}
        sub={person.before && !corrects ? t("recordAgainSub") : t("recordSub")}
      />
      <ContactForm
        person={person}
        today={today}
        back={from === "day" ? "/day" : null}
        correctsId={corrects}
        draft={draft}
      />
    </div>
  );
}
