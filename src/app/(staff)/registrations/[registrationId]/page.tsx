import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { OfficialPaperSheet } from "@/app/printed/official-paper";
import { mayEver } from "@/domain/policy";
import { isIn } from "@/domain/rules/outreach";
import { rulesOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { refusalLetter } from "@/server/papers/signed";
import { isRegistering, viewRegistration } from "@/server/registrations/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { RegistrationCase } from "./registration-case";

export async function generateMetadata() {
  return { title: (await getTranslations("registrations"))("title") };
}

export default async function RegistrationPage({
  params,
}: PageProps<"/registrations/[registrationId]">) {
  const [{ registrationId }, actor] = await Promise.all([params, requireActor()]);
  const id = z.uuid().safeParse(registrationId);
  if (!id.success || !mayEver(actor, "registration.list")) notFound();
  const found = await scoped(actor, async (scope) => {
    const person = await viewRegistration(scope, id.data);
    const today = await programmeDate(scope.tx);
    return (
      person && {
        person,
        letter: mayEver(actor, "registration.decide")
          ? await refusalLetter(scope, person, today)
          : null,
        registering: await isRegistering(scope, today),
        incomeYear: rulesOn(scope.ruleSets, person.cameOn).words.incomeYear,
        // The answer belongs to the visit of the registration, and to who took that down.
        answerNow:
          person.own &&
          person.holderId !== null &&
          person.cameOn === today &&
          person.answers.length === 0 &&
          isIn(rulesOn(scope.ruleSets, today).walkIn.value, today),
      }
    );
  });
  if (!found) notFound();
  const t = await getTranslations("registrations");
  const may = {
    decide: mayEver(actor, "registration.decide"),
    approve: mayEver(actor, "registration.approve"),
    register: mayEver(actor, "registration.record"),
    readFile: mayEver(actor, "holder.read"),
    // A record carried over is completed by registering the person anew.
    complete: found.registering && mayEver(actor, "registration.record"),
    answer: found.answerNow,
  };
  return (
    <>
      <RegistrationCase
        person={found.person}
        may={may}
        incomeYear={found.incomeYear}
        onScreenOnly={found.letter !== null}
      />
      {found.letter && (
        <section aria-label={t("letter")} className="mt-8">
          <OfficialPaperSheet
            {...found.letter}
            word={`kind=refusal_letter&about=${id.data}`}
            heading="h2"
          />
        </section>
      )}
    </>
  );
}
