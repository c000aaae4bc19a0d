import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CommandForm } from "@/app/forms/command-form";
import { announcementKinds } from "@/domain/announcement";
import { mayEver } from "@/domain/policy";
import { lacks } from "@/domain/readiness";
import { findAnnouncement } from "@/server/announcements/queries";
import { listDistrictNames } from "@/server/areas/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("announcements"))("new") };
}

/** A new announcement; `?replaces=` begins with the version in force, `?district=&lack=` with what a district lacks. */
export default async function NewAnnouncementPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayEver(actor, "province.prepare")) notFound();
  const { replaces, district, lack } = await searchParams;
  const replacesId = z.uuid().safeParse(replaces).data ?? null;
  const { earlier, districts } = await scoped(actor, async (scope) => ({
    earlier: replacesId ? await findAnnouncement(scope, replacesId) : null,
    districts: Object.entries(await listDistrictNames(actor.provinceCode ?? "", scope.tx)).map(
      ([value, label]) => ({ value, label }),
    ),
  }));
  if (replaces && earlier?.decision !== "approved") notFound();
  const t = await getTranslations("announcements");
  const readiness = await getTranslations("readiness");
  const chosen = districts.find(({ value }) => value === district);
  const about = lacks.find((code) => code === lack);
  const all = !chosen && (!earlier || earlier.districts.length === districts.length);
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={<Link href="/announcements">{t("title")}</Link>}
        title={earlier ? t("replaceTitle", { title: earlier.title }) : t("newTitle")}
        sub={earlier ? t("replaceSub") : t("newSub")}
      />
      <CommandForm
        command="prepareAnnouncement"
        fixed={{ replacesId: earlier?.id ?? null }}
        fields={[
          {
            name: "kind",
            kind: "choice",
            label: t("kind"),
            choices: announcementKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) })),
            initial: earlier?.kind ?? (chosen ? "instruction" : undefined),
          },
          {
            name: "title",
            kind: "text",
            label: t("subject"),
            initial:
              earlier?.title ??
              (about && chosen
                ? readiness(`instruct_${about}`, { name: chosen.label })
                : undefined),
          },
          {
            name: "body",
            kind: "long",
            label: t("body"),
            hint: t("bodyHint"),
            initial: earlier?.body,
          },
          {
            name: "to",
            kind: "choice",
            label: t("to"),
            choices: [
              { value: "all", label: t("to_all") },
              { value: "chosen", label: t("to_chosen") },
            ],
            initial: all ? "all" : "chosen",
          },
          {
            name: "districts",
            kind: "choices",
            label: t("districts"),
            choices: districts,
            initial: chosen
              ? [chosen.value]
              : all
                ? []
                : earlier?.districts.map(({ districtCode }) => districtCode),
            when: { field: "to", is: ["chosen"] },
          },
        ]}
        submit={t("submit")}
        then="/announcements"
      />
    </div>
  );
}
