import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Question } from "@/domain/assessment/questions";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import { type AnswerPhrases, answerWords } from "../hooks/answer-words";
import { useInterview } from "../hooks/interview-context";
import type { Pages } from "../hooks/use-pages";
import { InterviewBar } from "./interview-bar";
import { MenuSheet } from "./menu-sheet";

type Props = {
  pages: Pages;
  pending: boolean;
  /** "ต่อไป" takes no press yet. */
  rests: boolean;
  /** The answer after which the form went on by itself, and how to take it back. */
  undo: { question: Question; act: () => void } | null;
  phrases: AnswerPhrases;
};

/** Where one can go from a page of the interview: back, to the review, on; back after a single press takes it back. */
export function InterviewActions({ pages, pending, rests, undo, phrases }: Props) {
  const t = useTranslations("assessment");
  const { answers, holderId, words } = useInterview();
  const [first] = pages.page;
  return (
    <InterviewBar
      rests={rests}
      menu={<MenuSheet />}
      back={
        undo ? (
          <Button tone="secondary" icon={Undo2} onClick={undo.act}>
            <span className="block truncate max-md:max-w-28 md:max-w-60">
              {t("undo", {
                answer: answerWords(undo.question, answers, words, phrases).join(", "),
              })}
            </span>
          </Button>
        ) : (
          pages.previous && (
            <Button tone="secondary" onClick={() => pages.go(pages.previous)}>
              {t("back")}
            </Button>
          )
        )
      }
      review={
        first && (
          <Button tone="quiet" onClick={() => pages.go(null)}>
            {t("toReview")}
          </Button>
        )
      }
      main={
        answers.willing === "no" ? (
          <LinkButton href={`/holders/${holderId}/refusal`}>{t("refuseInstead")}</LinkButton>
        ) : (
          <Button type="submit" pending={pending}>
            {first
              ? t("next", { name: pages.next ? words.short(pages.next.id) : t("review") })
              : t("submit")}
          </Button>
        )
      }
    />
  );
}
