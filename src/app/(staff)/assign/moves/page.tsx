import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { reachOf } from "@/domain/policy";
import { seasonOf } from "@/domain/season";
import { formatThaiDate } from "@/domain/thai-dates";
import { type CaseloadMove, listMoves } from "@/server/caseload/moves";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { homeVisits } from "@/server/settings/queries";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { UndoMove } from "./undo-move";

export async function generateMetadata() {
  return { title: (await getTranslations("caseload"))("movesTitle") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every move of the district: who, when, why, to whom, and how to undo it. */
export default async function MovesPage({ searchParams }: PageProps<"/assign/moves">) {
  const [{ before }, actor] = await Promise.all([searchParams, requireActor()]);
  if (reachOf(actor, "caseload.assign") !== "district") notFound();
  const from = typeof before === "string" && uuid.test(before) ? before : undefined;
  const { moves, older, season } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const season = seasonOf(today, await homeVisits(scope, today));
    return { season, ...(await listMoves(scope, from)) };
  });
  const t = await getTranslations("caseload");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/assign">{t("moveTitle")}</Link>}
        title={moves.length > 0 ? t("movesHeadline", { count: moves.length }) : t("movesNone")}
      />
      {moves.length === 0 ? (
        <EmptyState title={t("movesNoneText")} />
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {moves.map((move) => (
            <li key={move.id} className="flex flex-wrap items-start justify-between gap-4 p-4">
              <Move move={move} />
              {/* After the home visits a move of the spring is history. */}
              {season === "open" && move.kind !== "undo" && !move.undone && (
                <UndoMove moveId={move.id} people={move.people} />
              )}
            </li>
          ))}
        </ul>
      )}
      {(older || from) && (
        <p className="mt-4 flex flex-wrap gap-4" data-screen-only>
          {from && (
            <LinkButton tone="secondary" href="/assign/moves">
              {t("newest")}
            </LinkButton>
          )}
          {older && (
            <LinkButton tone="secondary" href={`/assign/moves?before=${older}`}>
              {t("older")}
            </LinkButton>
          )}
        </p>
      )}
    </>
  );
}

async function Move({ move }: { move: CaseloadMove }) {
  const t = await getTranslations("caseload");
  const orders = await getTranslations("orders");
  const { kind, people, movedOn, movedBy, order, reason, to, undone } = move;
  return (
    <div className="min-w-0">
      <h2 className="flex flex-wrap items-center gap-3 text-lg">
        {t(`moveWhat_${kind}`, { people })}
        {undone && <Tag>{t("moveUndone")}</Tag>}
      </h2>
      <p>
        {to.length === 0
          ? t("moveToNobody")
          : to.map(({ name, people: some }) => t("moveTo", { name, people: some })).join(" · ")}
      </p>
      <p className="text-soft">
        {[
          formatThaiDate(movedOn),
          t("moveBy", movedBy),
          order && orders("byOrder", { head: "district_chief", ...order }),
          reason && t("moveReason", { reason }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}
