import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { inquiryKinds } from "@/domain/inquiry";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { findInquirer, listOwners } from "@/server/inquiries/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { localSetting } from "@/server/settings/queries";
import { InquiryForm } from "./inquiry-form";

export async function generateMetadata() {
  return { title: (await getTranslations("inquiries"))("newTitle") };
}

/** A new inquiry; `?holder=` names the holder it concerns, `?kind=` what it is about. */
export default async function NewInquiryPage({ searchParams }: PageProps<"/inquiries/new">) {
  const [{ holder, kind }, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "inquiry.record")) notFound();
  const id = holder === undefined ? null : z.uuid().safeParse(holder);
  if (id && !id.success) notFound();
  const form = await scoped(actor, async (scope) => {
    const person = id ? await findInquirer(scope, id.data) : null;
    if (id && !person) return null;
    const today = await programmeDate(scope.tx);
    const district = person?.districtCode ?? actor.districtCode;
    return {
      person,
      today,
      owners: await listOwners(scope, district),
      days: await localSetting(scope, "inquiry_answer_days", today, district),
    };
  });
  if (!form) notFound();
  const back =
    form.person && mayEver(actor, "holder.read")
      ? `/holders/${form.person.id}?history=requests`
      : "/inquiries";
  return (
    <InquiryForm
      {...form}
      kind={inquiryKinds.find((known) => known === kind) ?? null}
      actorId={actor.id}
      back={back}
    />
  );
}
