import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { QuestionId, Step } from "@/domain/assessment";
import { type Question, questions } from "@/domain/assessment/questions";
import { questionWords } from "@/i18n/question-words";
import { Line } from "./line";

/** The questions of a step with their boxes and lines, in the order in which they are asked. */
export function PaperQuestions({ step }: { step: Step }) {
  // The projects are one answer: on paper they are written once, in the plan.
  const own = questions.filter((question) => question.step === step && question.id !== "interest");
  return (
    <ol className="grid gap-x-8 gap-y-1.5 pt-1 lg:grid-cols-2 print:grid-cols-2">
      {own.map((question) => (
        <li
          key={question.id}
          data-keep-together
          className={isWide(question) ? "lg:col-span-2 print:col-span-2" : ""}
        >
          <strong>{questionWords.formal(question.id)}</strong> <Condition question={question} />
          <Answer question={question} />
        </li>
      ))}
    </ol>
  );
}

const wide: readonly string[] = [
  "causes",
  "mainCause",
  "plan",
  "wish",
  "consentReferral",
  "debtKind",
];
const isWide = ({ id }: Question) => wide.includes(id);
const ofProjects: readonly string[] = [
  "baacCustomer",
  "farmerRegistry",
  "socialSecurity",
  "contactPerson",
];

function Condition({ question }: { question: Question }) {
  const t = useTranslations("paperForm");
  const asked = useTranslations("assessment");
  if (question.id === "debtKind")
    return (
      <span>
        ({t("onlyIfDebt")}) “{asked("debtReadAloud")}”
      </span>
    );
  if (ofProjects.includes(question.id)) return <span>({t("onlyIfProject")})</span>;
  return null;
}

function Answer({ question }: { question: Question }) {
  const t = useTranslations("paperForm");
  const Own = ownAnswers[question.id];
  if (Own) return <Own question={question} />;
  const declined = question.declinable ? [t("declined")] : [];
  const written = widths[question.id] ?? (question.kind === "number" ? "40%" : null);
  if (written) return <Boxes words={declined} lead={<Line width={written} />} />;
  if (question.kind === "code" || question.kind === "codes")
    return (
      <Boxes
        words={[...extras(question), ...declined]}
        lead={
          <>
            {t("codeLine")} <Line width="70%" />
          </>
        }
      />
    );
  return (
    <Boxes words={[...optionsOf(question), ...declined]}>
      {question.id === "causes" && <Line width="30%" />}
    </Boxes>
  );
}

/** Answers that are written on one line, and how long it is. */
const widths: Partial<Record<QuestionId, string>> = {
  mainCause: "60%",
  contactPerson: "60%",
  nextContact: "60%",
};

type Own = (props: { question: Question }) => ReactNode;

/** Questions whose answer has a form of its own. */
const ownAnswers: Partial<Record<QuestionId, Own>> = {
  plan: PlanLines,
  wish: WishBoxes,
  consentReferral: ConsentBoxes,
  signature: SignatureBoxes,
  coInterviewer: () => (
    <Written>
      <Line width="90%" />
    </Written>
  ),
};

function PlanLines() {
  const t = useTranslations("paperForm");
  return [1, 2, 3, 4].map((number) => (
    <Written key={number}>
      {t("projectLine", { number })} <Line width="52%" /> {t("offMenuReason")} <Line width="16%" />
    </Written>
  ));
}

function WishBoxes() {
  const t = useTranslations("paperForm");
  return (
    <Boxes words={["yes", "no"].map((code) => questionWords.option("wish", code))}>
      {t("reason")} <Line width="45%" />
    </Boxes>
  );
}

function ConsentBoxes({ question }: { question: Question }) {
  const t = useTranslations("paperForm");
  return (
    <>
      <Written>
        {t("consent3")} <Line width="40%" /> {t("consent3End")}
      </Written>
      <Boxes words={optionsOf(question)} />
    </>
  );
}

function SignatureBoxes({ question }: { question: Question }) {
  const asked = useTranslations("assessment");
  return <Boxes words={[...optionsOf(question), asked("readAloud")]} />;
}

function optionsOf({ id, options }: Question): string[] {
  return (options ?? []).map((code) => questionWords.option(id, code));
}

/** Options of a code list that are no codes: the same as now, none. */
function extras({ id }: Question): string[] {
  if (id === "wantedOccupation")
    return [questionWords.option(id, "same"), questionWords.option(id, "no_work")];
  return id === "training" ? [questionWords.option(id, "none")] : [];
}

type BoxesProps = { words: readonly string[]; lead?: ReactNode; children?: ReactNode };

function Boxes({ words, lead, children }: BoxesProps) {
  return (
    <p className="flex flex-wrap items-end gap-x-4">
      {lead && <span className="w-full">{lead}</span>}
      {words.map((word) => (
        <span key={word}>
          <span aria-hidden>☐</span> {word}
        </span>
      ))}
      {children && <span className="flex-1">{children}</span>}
    </p>
  );
}

function Written({ children }: { children: ReactNode }) {
  return <p>{children}</p>;
}
