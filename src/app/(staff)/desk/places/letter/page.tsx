import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { PaperDesk } from "@/app/printed/paper-desk";
import { mayEver } from "@/domain/policy";
import { draftPaper } from "@/server/papers/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("lettersVerb") };
}

/** The letter to one subdistrict, as the letter of Phrae province asks: tell the people, help with the place. */
export default async function LetterPage({ searchParams }: PageProps<"/desk/places/letter">) {
  const actor = await requireActor();
  const { subdistrict, draft: wanted } = await searchParams;
  if (!mayEver(actor, "place.announce")) notFound();
  const about = String(subdistrict);
  const draft = await scoped(actor, (scope) =>
    draftPaper(scope, "host_letter", about, wanted === "new"),
  );
  if (!draft) notFound();
  const t = await getTranslations("preparation");
  return (
    <PaperDesk
      draft={draft}
      back={{ href: "/desk/places/letters", label: t("lettersVerb") }}
      again={`/desk/places/letter?subdistrict=${about}&draft=new`}
      aside={
        draft.issued === null && (
          <Card title={t("editAddressee")} sub={t("editAddresseeSub")}>
            <CommandForm
              command="addressHostLetter"
              fixed={{ subdistrictCode: about }}
              fields={[
                {
                  name: "addressee",
                  kind: "text",
                  label: t("addresseeField"),
                  initial: draft.paper.to ?? "",
                },
              ]}
              submit={t("saveAddressee")}
              tone="secondary"
            />
          </Card>
        )
      }
    />
  );
}
