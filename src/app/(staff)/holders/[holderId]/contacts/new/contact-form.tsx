import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import type { FormDraft } from "@/app/forms/use-form-draft";
import { contactChannels, projectStates, stateByReferral } from "@/domain/follow-up";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { Contacted } from "@/server/contacts/queries";
import { Curtain } from "@/ui/curtain";
import { LinkButton } from "@/ui/link-button";

type Props = {
  person: Contacted;
  today: string;
  /** The day's page, for who came from it; else the file. */
  back: "/day" | null;
  correctsId: string | null;
  /** Undefined for a correction, which keeps no draft. */
  draft: FormDraft | undefined;
};

const text = (value: number | string | null | undefined) =>
  value === null || value === undefined ? undefined : String(value);

const coded = <Code extends string>(codes: readonly Code[], label: (code: Code) => string) =>
  codes.map((value) => ({ value, label: label(value) }));

type Field = FormField<"recordContact">;

/** The questions in the order of the talk, prefilled with the answers of the last contact. */
export function ContactForm(props: Props) {
  const { person, back, correctsId, draft } = props;
  const t = useTranslations("followUps");
  const talk = useTalkFields(props);
  const projects = useProjectFields(props);
  const results = useResultFields(props);
  const rest = useRestFields(props);
  return (
    <CommandForm
      command="recordContact"
      fixed={{ holderId: person.id, ...(correctsId && { correctsId }) }}
      draft={draft}
      fields={[...talk, ...projects, ...results, ...rest]}
      submit={t("save")}
      then={back ? `${back}?of=${person.id}&saved=contact` : `/holders/${person.id}`}
      aside={
        <LinkButton href={back ?? `/holders/${person.id}`} tone="quiet">
          {t(back ? "backToDay" : "back")}
        </LinkButton>
      }
    />
  );
}

function useTalkFields({ person: { before }, today, correctsId }: Props): Field[] {
  const t = useTranslations("followUps");
  return [
    {
      name: "contactedOn",
      kind: "date",
      label: t("contactedOn"),
      initial: correctsId ? before?.contactedOn : today,
    },
    {
      name: "channel",
      kind: "choice",
      label: t("channel"),
      choices: coded(contactChannels, (code) => t(`channel_${code}`)),
      initial: correctsId ? before?.channel : undefined,
    },
  ];
}

/** What became of each project of the plan. */
function useProjectFields({ person, correctsId }: Props): Field[] {
  const t = useTranslations("followUps");
  const referrals = useTranslations("referrals");
  const { before } = person;
  // The agency's newer answer is offered here, but what the holder says is recorded.
  const answered = (code: string) => {
    const referral = person.referrals.get(code);
    return (
      referral &&
      t("referralSays", {
        state: referrals(`state_${referral.state}`),
        date: formatThaiDateShort(referral.on),
      })
    );
  };
  const proposed = (code: string) => {
    const referral = person.referrals.get(code);
    return referral && !correctsId ? stateByReferral(referral.state, referral.result) : null;
  };
  return person.projects.map(({ project: code, name }) => ({
    name: `project-${code}`,
    sends: `projects.${code}`,
    kind: "choice",
    label: t("projectNow", { project: name }),
    choices: coded(projectStates, (state) => t(`project_${state}`)),
    hint: answered(code),
    initial: proposed(code) ?? before?.projects[code],
  }));
}

/** Income, work, loan and training. What was told at the interview stays behind its curtain, as in the file. */
function useResultFields({ person, correctsId }: Props): Field[] {
  const t = useTranslations("followUps");
  const file = useTranslations("caseFile");
  const { before } = person;
  return [
    {
      name: "incomeBaht",
      kind: "number",
      label: t("incomeBaht"),
      hint:
        person.incomeThen === null ? (
          t("incomeHint")
        ) : (
          <>
            {t("incomeHint")} · {t("incomeThen")}{" "}
            <Curtain label={file("showAmount")}>
              {t("bahtAMonth", { baht: person.incomeThen })}
            </Curtain>
          </>
        ),
      initial: correctsId ? text(before?.incomeBaht) : undefined,
    },
    {
      name: "gotJob",
      kind: "choice",
      label: t("gotJob"),
      choices: [
        { value: "yes", label: t("gotJob_yes") },
        { value: "no", label: t("gotJob_no") },
      ],
      initial: before ? (before.gotJob ? "yes" : "no") : undefined,
    },
    {
      name: "loanBaht",
      kind: "number",
      label: t("loanBaht"),
      hint: t("loanHint"),
      initial: text(before?.loanBaht),
    },
    {
      name: "trainingHours",
      kind: "number",
      label: t("trainingHours"),
      hint: t("trainingHint"),
      initial: text(before?.trainingHours),
    },
  ];
}

/** What stood in the way, and the next contact. */
function useRestFields({ person: { before, obstacles }, correctsId }: Props): Field[] {
  const t = useTranslations("followUps");
  return [
    {
      name: "obstacles",
      kind: "choices",
      label: t("obstacles"),
      hint: obstacles.includes("no_answer") ? undefined : t("obstaclesNothingSent"),
      choices: coded(obstacles, (code) => t(`obstacle_${code}`)),
      initial: correctsId
        ? before?.obstacles.filter((each) => obstacles.includes(each))
        : undefined,
    },
    {
      name: "obstacleNote",
      longest: 200,
      kind: "text",
      label: t("obstacleNote"),
      when: { field: "obstacles", is: ["other"] },
      initial: correctsId ? text(before?.obstacleNote) : undefined,
    },
    {
      name: "note",
      longest: 300,
      kind: "text",
      label: t("note"),
      initial: correctsId ? text(before?.note) : undefined,
    },
    {
      name: "nextOn",
      kind: "date",
      label: t("nextContact"),
      initial: correctsId ? text(before?.nextOn) : undefined,
    },
  ];
}
