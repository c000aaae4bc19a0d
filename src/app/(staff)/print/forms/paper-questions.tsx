import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Step } from "@/domain/assessment";
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
  const asked = useTranslations("assessment");
  const declined = question.declinable ? [t("declined")] : [];
  switch (question.id) {
    case "plan":
      return [1, 2, 3, 4].map((number) => (
        <Written key={number}>
          {t("projectLine", { number })} <Line width="52%" /> {t("offMenuReason")}{" "}
          <Line width="16%" />
        </Written>
      ));
    case "wish":
      return (
        <Boxes words={["yes", "no"].map((code) => questionWords.option("wish", code))}>
          {t("reason")} <Line width="45%" />
        </Boxes>
      );
    case "consentReferral":
      return (
        <>
          <Written>
            {t("consent3")} <Line width="40%" /> {t("consent3End")}
          </Written>
          <Boxes
            words={(question.options ?? []).map((code) => questionWords.option(question.id, code))}
          />
        </>
      );
    case "mainCause":
      return <Boxes words={declined} lead={<Line width="60%" />} />;
    case "signature":
    case "coInterviewer":
      return question.id === "signature" ? (
        <Boxes
          words={[
            ...(question.options ?? []).map((code) => questionWords.option("signature", code)),
            asked("readAloud"),
          ]}
        />
      ) : (
        <Written>
          <Line width="90%" />
        </Written>
      );
    case "contactPerson":
    case "nextContact":
      return <Boxes words={declined} lead={<Line width="60%" />} />;
  }
  if (question.kind === "number") return <Boxes words={declined} lead={<Line width="40%" />} />;
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
  const options = (question.options ?? []).map((code) => questionWords.option(question.id, code));
  return (
    <Boxes words={[...options, ...declined]}>
      {question.id === "causes" && <Line width="30%" />}
    </Boxes>
  );
}

/** Options of a code list that are no codes: the same as now, none. */
function extras({ id }: Question): string[] {
  if (id === "wantedOccupation")
    return [questionWords.option(id, "same"), questionWords.option(id, "9999")];
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
