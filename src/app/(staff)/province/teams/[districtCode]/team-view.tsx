import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { DecisionForm } from "@/app/forms/decision-form";
import { DoneForHead } from "@/app/parts/done-for-head";
import { formatThaiDate } from "@/domain/thai-dates";
import type { DistrictTeamPage, Team, TeamSuggestion } from "@/server/teams/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Tag, type Tone } from "@/ui/tag";

type Props = {
  team: DistrictTeamPage;
  suggestion: TeamSuggestion | null;
  actorId: string;
  /** `DecisionForm`. */
  signsInFile: string | null;
};

/** The team in force, what waits for the governor, the next order, and all earlier orders. */
export function TeamView({ team, suggestion, actorId, signsInFile }: Props) {
  const t = useTranslations("teams");
  const { name, current, pending } = team;
  return (
    <>
      <PageHeading
        eyebrow={
          suggestion || pending ? <Link href="/province/teams">{t("title")}</Link> : t("own")
        }
        title={
          current
            ? t("headlineTeam", {
                name,
                count: current.members.length,
                number: current.orderNumber ?? "",
              })
            : t("headlineNoTeam", { name })
        }
        sub={suggestion || pending ? t("sub") : t("subDistrict")}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid gap-5">
          {pending && <PendingCard {...{ team, pending, actorId, signsInFile }} />}
          {current && <MembersCard team={team} current={current} />}
          {suggestion && !current && (
            <Card title={t("firstOrder")}>
              <PrepareForm team={team} suggestion={suggestion} />
            </Card>
          )}
          {suggestion && current && (
            <Card>
              <Disclosure summary={t("newOrder")}>
                <PrepareForm team={team} suggestion={suggestion} />
              </Disclosure>
            </Card>
          )}
        </div>
        <Card title={t("history")}>
          {team.orders.length === 0 && <EmptyState title={t("none")} />}
          <ol className="divide-y divide-line">
            {team.orders.map((order) => (
              <li key={order.id} className="py-3 first:pt-0 last:pb-0">
                <OrderLine team={team} order={order} />
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </>
  );
}

function Members({ members }: { members: Team["members"] }) {
  const t = useTranslations("teams");
  return (
    <ol className="divide-y divide-line">
      {members.map(({ seat, name, position, agency, membership }) => (
        <li key={seat} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span className="min-w-0">
            <span className="font-semibold">{name}</span>
            <span className="block text-sm text-soft">
              {[position, agency].filter(Boolean).join(" ")}
            </span>
          </span>
          <span className="text-sm text-soft">{t(`membership_${membership}`)}</span>
        </li>
      ))}
    </ol>
  );
}

function MembersCard({ team, current }: { team: DistrictTeamPage; current: Team }) {
  const t = useTranslations("teams");
  return (
    <Card
      title={t("orderShort", {
        number: current.orderNumber ?? "",
        date: formatThaiDate(current.orderedOn ?? current.fromOn),
      })}
      sub={<Days order={current} />}
      actions={<OrderLink team={team} order={current} />}
    >
      <Members members={current.members} />
    </Card>
  );
}

function Days({ order: { fromOn, untilOn } }: { order: Team }) {
  const t = useTranslations("teams");
  const from = formatThaiDate(fromOn);
  return (
    <>{untilOn ? t("fromUntil", { from, until: formatThaiDate(untilOn) }) : t("from", { from })}</>
  );
}

function OrderLink({ team, order }: { team: DistrictTeamPage; order: Team }) {
  const t = useTranslations("teams");
  return (
    <Link
      href={`/province/teams/${team.districtCode}/${order.id}`}
      className="inline-flex min-h-12 items-center"
    >
      {t("open")}
    </Link>
  );
}

type PendingProps = {
  team: DistrictTeamPage;
  pending: Team;
  actorId: string;
  /** `DecisionForm`. */
  signsInFile: string | null;
};

function PendingCard({ team, pending, actorId, signsInFile }: PendingProps) {
  const t = useTranslations("teams");
  return (
    <Card
      title={t("pendingTitle")}
      sub={t("preparedBy", {
        ...pending.preparedBy,
        date: formatThaiDate(pending.preparedOn),
      })}
      actions={<OrderLink team={team} order={pending} />}
    >
      <Members members={pending.members} />
      <p className="mt-3 text-soft">
        <Days order={pending} />
      </p>
      <div className="mt-4">
        <DecisionForm
          command="decideTeam"
          fixed={{ teamId: pending.id }}
          own={pending.preparedById === actorId}
          approveLabel={t("appoint")}
          signsInFile={signsInFile}
          approving={[
            {
              name: "orderNumber",
              kind: "text",
              label: t("orderNumber"),
              hint: t("orderNumberHint"),
            },
            { name: "orderedOn", kind: "date", label: t("orderedOn"), initial: team.today },
          ]}
        />
      </div>
    </Card>
  );
}

function OrderLine({ team, order }: { team: DistrictTeamPage; order: Team }) {
  const t = useTranslations("teams");
  const tag = tagOf(team, order);
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <Link
          href={`/province/teams/${team.districtCode}/${order.id}`}
          className="inline-flex min-h-12 items-center"
        >
          {order.orderNumber && order.orderedOn
            ? t("orderShort", { number: order.orderNumber, date: formatThaiDate(order.orderedOn) })
            : t("open")}
        </Link>
        <Tag tone={tag.tone}>{t(tag.word)}</Tag>
      </div>
      <p className="text-sm text-soft">
        <Days order={order} />
      </p>
      {order.decidedBy && (
        <p className="text-sm text-soft">
          {t("decidedBy")}:{" "}
          <DoneForHead
            by={order.decidedBy}
            head="governor"
            order={order.delegation}
            inFile={order.signedInFile}
          />
        </p>
      )}
      {order.decisionNote && <p className="text-sm">{order.decisionNote}</p>}
    </>
  );
}

type TagWord = "waiting" | "refused" | "withdrawn" | "coming" | "inForce" | "replaced";
function tagOf(team: DistrictTeamPage, order: Team): { word: TagWord; tone: Tone } {
  if (order.decision === "pending") return { word: "waiting", tone: "due" };
  if (order.decision !== "approved")
    return { word: order.decision, tone: order.decision === "refused" ? "late" : "quiet" };
  if (order.fromOn > team.today) return { word: "coming", tone: "due" };
  return order.id === team.current?.id
    ? { word: "inForce", tone: "done" }
    : { word: "replaced", tone: "quiet" };
}

function PrepareForm({ team, suggestion }: { team: DistrictTeamPage; suggestion: TeamSuggestion }) {
  const t = useTranslations("teams");
  const { chair, secretary, members } = suggestion;
  return (
    <CommandForm
      command="prepareTeam"
      fixed={{ districtCode: team.districtCode }}
      fields={[
        { name: "chairName", kind: "text", label: t("chairName"), initial: chair?.name },
        {
          name: "chairPosition",
          kind: "text",
          label: t("chairPosition"),
          initial: chair?.position,
        },
        {
          name: "members",
          kind: "long",
          label: t("members"),
          hint: t("membersHint"),
          initial: members,
        },
        {
          name: "secretaryName",
          kind: "text",
          label: t("secretaryName"),
          initial: secretary?.name,
        },
        {
          name: "secretaryPosition",
          kind: "text",
          label: t("secretaryPosition"),
          initial: secretary?.position,
        },
        { name: "fromOn", kind: "date", label: t("fromOn"), initial: team.today },
        { name: "untilOn", kind: "date", label: t("untilOn") },
      ]}
      submit={t("submit")}
    />
  );
}
