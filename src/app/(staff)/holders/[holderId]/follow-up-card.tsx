import { useTranslations } from "next-intl";
import { AttemptsText } from "@/app/parts/attempts-text";
import {
  attemptsInRound,
  roundNow,
  roundStateOf,
  takenUpStates,
  whyNoIncome,
} from "@/domain/follow-up";
import { mayEver, type Role } from "@/domain/policy";
import type { RuleSet } from "@/domain/rules/rule-set";
import { bandNamed } from "@/domain/rules/rule-words";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { Casework } from "@/server/holders/casework";
import type { HolderView } from "@/server/holders/queries";
import { Card } from "@/ui/card";
import { Curtain } from "@/ui/curtain";
import { DescriptionList } from "@/ui/description-list";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Tag } from "@/ui/tag";

type Props = {
  holder: HolderView;
  rules: RuleSet;
  casework: Casework;
  today: string;
  role: Role;
  /** What the file's main action opens: if that is something else, the card offers the contact. */
  mainAction: string | undefined;
};

const tones = {
  done: "done",
  due: "due",
  closed: "quiet",
  ahead: "quiet",
  met: "quiet",
  later: "quiet",
} as const;

/** What came of the plan: income then and now, the rounds, number of contacts, what was reported to the Ministry. */
export function FollowUpCard({ holder, rules, casework, today, role, mainAction }: Props) {
  const t = useTranslations("followUps");
  const file = useTranslations("caseFile");
  const { followUp } = casework;
  if (!followUp?.active) return null;
  const baht = (amount: number | null, why: "notKnown" | "notTold") =>
    amount === null ? (
      t(why)
    ) : (
      <>
        <Curtain label={file("showAmount")}>{t("bahtAMonth", { baht: amount })}</Curtain>
        <span className="hidden font-normal print:inline">{file("amountNotPrinted")}</span>
      </>
    );
  const record = `/holders/${holder.id}/contacts/new`;
  return (
    <Card
      title={t("cardTitle")}
      sub={t("cardSub", { contacts: followUp.contacts })}
      actions={
        role === "account_officer" &&
        mainAction !== record && (
          <span data-screen-only>
            <LinkButton href={record} tone="secondary">
              {t("record")}
            </LinkButton>
          </span>
        )
      }
    >
      <DescriptionList
        layout="strip"
        items={[
          {
            term: t("incomeOfYear", { year: rules.words.incomeYear }),
            detail: bandNamed(rules, holder.incomeBand),
          },
          { term: t("incomeThen"), detail: baht(followUp.incomeThen, "notTold") },
          { term: t("incomeNow"), detail: baht(followUp.incomeNow, whyNoIncome(followUp)) },
          ...followUp.rounds.map((round) => ({
            term: round.words.name,
            detail: <RoundTag round={round} agreedOn={followUp.agreedOn} today={today} />,
          })),
        ]}
      />
      <TriedLine casework={casework} today={today} />
      <ProjectStates casework={casework} />
      <MinistryLine casework={casework} role={role} />
    </Card>
  );
}

type RoundTagProps = {
  round: NonNullable<Casework["followUp"]>["rounds"][number];
  agreedOn: string;
  today: string;
};

function RoundTag({ round, agreedOn, today }: RoundTagProps) {
  const t = useTranslations("followUps");
  const { doneOn } = round;
  const state = roundStateOf(round, { agreedOn, doneOn, today });
  return (
    <Tag tone={tones[state]}>
      {doneOn ? t("roundDoneOn", { date: formatThaiDateShort(doneOn) }) : t(`roundState_${state}`)}
    </Tag>
  );
}

/** In the round that is asked for and not done: how often the person could not be reached. */
function TriedLine({ casework: { followUp, attempts }, today }: Pick<Props, "casework" | "today">) {
  const round = followUp && roundNow(today, followUp.rounds);
  const tried = round && round.doneOn === null ? attemptsInRound(round, attempts) : null;
  return (
    tried && (
      <p className="mt-4">
        <AttemptsText attempts={tried} />
      </p>
    )
  );
}

/** How each project goes, by the last contact. */
function ProjectStates({ casework }: { casework: Casework }) {
  const t = useTranslations("followUps");
  const last = casework.contacts.find(({ id }) => id === casework.followUp?.lastContactId);
  if (!last) return <p className="mt-4 text-soft">{t("noContactYet")}</p>;
  return (
    <ul className="mt-4 divide-y divide-line">
      {last.projects.map(({ project, name, state }) => (
        <li key={project} className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-2">
          <span>{name}</span>
          <Tag tone={takenUpStates.includes(state) ? "done" : "quiet"}>{t(`project_${state}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** What is in the Ministry's database, and the sheet to enter what is not. */
function MinistryLine({ casework, role }: { casework: Casework; role: Role }) {
  const t = useTranslations("followUps");
  const open = casework.ministry.filter(
    ({ state }) => state === "unreported" || state === "bounced",
  );
  const [first] = open;
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 text-soft">
      {t("ministryLine", {
        reported: casework.ministry.length - open.length,
        all: casework.ministry.length,
      })}
      {first && mayEver({ role }, "ministry.mark") && (
        <Link
          href={`/ministry/${first.id}`}
          data-screen-only
          className="inline-flex min-h-12 items-center"
        >
          {t("openSheet")}
        </Link>
      )}
    </p>
  );
}
