import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { Letter } from "@/app/printed/letter";
import { mayEver } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { referenceOn } from "@/domain/rules/rule-words";
import { rulesOn } from "@/domain/rules/sets";
import { formatThaiDate } from "@/domain/thai-dates";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { listPlaces } from "@/server/places/queries";
import { listHostLetters } from "@/server/preparation/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("lettersVerb") };
}

/** The letter to one subdistrict, as the letter of Phrae province asks: tell the people, help with the place. */
export default async function LetterPage({ searchParams }: PageProps<"/desk/places/letter">) {
  const actor = await requireActor();
  const { subdistrict } = await searchParams;
  if (!mayEver(actor, "place.announce")) notFound();
  const found = await scoped(actor, async (scope) => ({
    letter: (await listHostLetters(scope)).find(({ code }) => code === subdistrict),
    places: await listPlaces(scope),
    area: await getAreaNames(actor, scope.tx),
    today: await programmeDate(scope.tx),
    ruleSets: scope.ruleSets,
  }));
  const { letter, places, today } = found;
  if (!letter) notFound();
  const on = letter.recordedOn ?? today;
  const t = await getTranslations("preparation");
  const district = found.area.district ?? "";
  const province = provinceNamed(found.area.province ?? "");
  const to = letter.addressee ?? t("addresseeUsual", { subdistrict: letter.name });
  const named = places.map(({ name, opensOn, closesOn }) =>
    t("letterPlace", {
      place: name,
      from: formatThaiDate(opensOn),
      until: formatThaiDate(closesOn),
    }),
  );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:block">
      <Letter
        back={{ href: "/desk/places/letters", label: t("lettersVerb") }}
        office={t("seat", { district, province })}
        number={letter.number}
        date={on}
        subject={t("letterSubject")}
        to={to}
        reference={referenceOn(rulesOn(found.ruleSets, on), on, actor.provinceCode)}
        enclosed={t("letterEnclosed", { district })}
        paragraphs={[
          t("letterReason", {
            district,
            count: String(places.length),
            places: named.join(" และ "),
          }),
          t("letterWish", { subdistrict: letter.name }),
        ]}
        signer={t("chief", { district })}
      />
      <div data-screen-only>
        <Card title={t("editAddressee")}>
          <CommandForm
            command="addressHostLetter"
            fixed={{ subdistrictCode: letter.code }}
            fields={[
              { name: "addressee", kind: "text", label: t("addresseeField"), initial: to },
              {
                name: "number",
                kind: "text",
                label: t("letterNumber"),
                hint: t("letterNumberHint"),
                initial: letter.number ?? "",
              },
            ]}
            submit={t("saveAddressee")}
            tone="secondary"
          />
        </Card>
      </div>
    </div>
  );
}
