import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { localGovernmentOf } from "@/domain/local-government";
import { mayEver } from "@/domain/policy";
import { isOver } from "@/server/papers/queries";
import { listHostLetters } from "@/server/preparation/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("lettersVerb") };
}

/** A letter to the local governments of each subdistrict. */
export default async function LettersPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "place.announce")) notFound();
  const { all, over } = await scoped(actor, async (scope) => ({
    all: await listHostLetters(scope),
    over: await isOver(scope, "host_letter"),
  }));
  const letters = over ? all.filter(({ number }) => number) : all;
  const t = await getTranslations("preparation");
  const desk = await getTranslations("desk");
  const unsent = letters.filter(({ number }) => !number).length;
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk/places">{desk("places")}</Link>}
        title={t("lettersTitle", { count: letters.length })}
        sub={
          over
            ? t("lettersOver")
            : unsent > 0
              ? t("lettersUnsent", { count: unsent })
              : t("lettersSub")
        }
      />
      <Card>
        <DataTable
          caption={t("lettersVerb")}
          captionHidden
          rows={letters}
          rowKey={({ code }) => code}
          columns={[
            { key: "name", header: t("subdistrict"), cell: ({ name }) => name },
            {
              key: "to",
              header: t("addressee"),
              cell: ({ addressee, code, name }) => {
                const proposed = localGovernmentOf(code, name);
                if (addressee || proposed.known) return addressee ?? proposed.addressee;
                return t("addresseeOpen", proposed);
              },
            },
            {
              key: "number",
              header: t("letterNumberColumn"),
              cell: ({ number }) => number ?? t("noNumber"),
            },
            {
              key: "open",
              header: <span className="sr-only">{t("openLetter")}</span>,
              align: "end",
              cell: ({ code, name }) => (
                <Link
                  href={`/desk/places/letter?subdistrict=${code}`}
                  className="inline-flex min-h-12 items-center"
                  aria-label={`${t("openLetter")} ${name}`}
                >
                  {t("openLetter")}
                </Link>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}
