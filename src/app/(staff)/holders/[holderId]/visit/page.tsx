import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { FormGiven } from "@/domain/form-draft";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { mayRefuseInterview, notMetOutcomes } from "@/domain/visit";
import { listProvinceNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { findFormDraft } from "@/server/form-drafts/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { findVisited } from "@/server/visits/visited";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { type Said, VisitForm } from "./visit-form";

/** Where the officer came from, and what happened, if the link says so. */
const asked = z.object({
  from: z.enum(["day"]).optional().catch(undefined),
  what: z.enum(["not_met", "attempt", "appoint"]).optional().catch(undefined),
});

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("title") };
}

export default async function VisitPage({
  params,
  searchParams,
}: PageProps<"/holders/[holderId]/visit">) {
  const actor = await requireActor();
  const holderId = z.uuid().safeParse((await params).holderId);
  if (!holderId.success || !mayEver(actor, "visit.record")) notFound();
  const found = await scoped(actor, async (scope) => {
    const person = await findVisited(scope, holderId.data);
    if (!person) return null;
    return {
      person,
      today: await programmeDate(scope.tx),
      kept: await findFormDraft(scope, person.id, "visit"),
      provinces: await listProvinceNames(scope.tx),
    };
  });
  if (!found) notFound();
  const { person, today, kept, provinces } = found;
  const { from, what: meant } = asked.parse(await searchParams);
  const said = meant && whatIsSaid(meant, person.followsUp, kept?.given);
  const what = said?.what;
  const t = await getTranslations("visits");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={<KeepWords>{person.name}</KeepWords>}
        title={t(titles[what ?? "appoint"])}
        sub={what ? <OtherRecords href={`/holders/${person.id}/visit`} from={from} /> : t("sub")}
      />
      {(person.appointment || person.away) && (
        <div className="mb-5">
          <Notice>
            {person.appointment
              ? t("appointmentNow", { date: formatThaiDate(person.appointment.meetOn) })
              : t("awayNow")}
          </Notice>
        </div>
      )}
      <VisitForm
        holderId={person.id}
        today={today}
        // Whoever comes for something has said what: of the draft the rest is put back.
        kept={kept && said ? { ...kept, given: { ...kept.given, ...said } } : kept}
        back={from === "day" ? "/day" : `/holders/${person.id}`}
        said={said}
        hasAppointment={person.appointment !== null}
        away={person.away}
        followsUp={person.followsUp}
        mayRefuse={mayRefuseInterview(person.interviewedOn, today)}
        districts={person.districts}
        provinces={provinces.filter(({ code }) => code !== actor.provinceCode)}
      />
    </div>
  );
}

const titles = { visit: "notMet", attempt: "what_attempt", appoint: "title" } as const;

/**
 * The answers that the link has given already: what happened, and of "not met" with which outcome, unless the draft says more
 * exactly in which way. Whether somebody who was not met was to be interviewed or followed up is for the plan to say.
 */
function whatIsSaid(
  meant: NonNullable<z.output<typeof asked>["what"]>,
  followsUp: boolean,
  { outcome, attemptOutcome }: FormGiven = {},
): Said {
  if (meant === "appoint") return { what: "appoint" };
  if (!followsUp) {
    const drafted = notMetOutcomes.find((each) => each === outcome);
    return { what: "visit", outcome: drafted ?? "not_home" };
  }
  if (meant === "attempt") return { what: "attempt" };
  return { what: "attempt", attemptOutcome: attemptOutcome ? String(attemptOutcome) : "not_met" };
}

/** The same page with everything that can be recorded. */
async function OtherRecords({ href, from }: { href: string; from: "day" | undefined }) {
  const t = await getTranslations("visits");
  return (
    <Link href={from ? `${href}?from=${from}` : href} className="inline-flex min-h-12 items-center">
      {t("another")}
    </Link>
  );
}
