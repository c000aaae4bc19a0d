import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { NothingIssued } from "@/app/printed/nothing-issued";
import { PaperDesk } from "@/app/printed/paper-desk";
import { mayEver } from "@/domain/policy";
import { draftPaper, isOver } from "@/server/papers/queries";
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
  const { draft, over } = await scoped(actor, async (scope) => ({
    draft: await draftPaper(scope, "host_letter", about, wanted === "new"),
    over: await isOver(scope, "host_letter"),
  }));
  const t = await getTranslations("preparation");
  const back = { href: "/desk/places/letters", label: t("lettersVerb") };
  if (!draft && over) return <NothingIssued back={back} />;
  if (!draft) notFound();
  return (
    <PaperDesk
      draft={draft}
      back={back}
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
