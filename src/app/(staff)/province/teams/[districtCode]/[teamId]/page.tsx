import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfficialPaperSheet } from "@/app/printed/official-paper";
import { mayEver } from "@/domain/policy";
import { teamOrder } from "@/server/papers/signed";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { getTeam } from "@/server/teams/queries";

type Props = { params: Promise<{ districtCode: string; teamId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("title") };
}

/** The order as it is printed and signed, with blanks where it is not signed yet. */
export default async function TeamOrderPage({ params }: Props) {
  const actor = await requireActor();
  if (!mayEver(actor, "team.view")) notFound();
  const { districtCode, teamId } = await params;
  const found = await scoped(actor, async (scope) => {
    const team = await getTeam(scope, districtCode);
    const order = team?.orders.find(({ id }) => id === teamId);
    return (
      team &&
      order && { signed: order.decision === "approved", ...(await teamOrder(scope, team, order)) }
    );
  });
  if (!found) notFound();
  const t = await getTranslations("teams");
  const { signed, ...order } = found;
  return (
    <>
      {!signed && <p className="mb-3 font-semibold text-amber">{t("draft")}</p>}
      <OfficialPaperSheet
        back={{ href: `/province/teams/${districtCode}`, label: t("back") }}
        {...order}
        word={`kind=team_order&about=${districtCode}/${teamId}`}
      />
    </>
  );
}
