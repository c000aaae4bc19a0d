import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import { useInterview } from "../hooks/interview-context";
import type { Place } from "../hooks/use-place";
import { InterviewBar } from "./interview-bar";
import { MenuSheet } from "./menu-sheet";

/** Where one can go from a page of the interview: back, to the review, on. */
export function InterviewActions({ place, pending }: { place: Place; pending: boolean }) {
  const t = useTranslations("assessment");
  const { answers, holderId, words } = useInterview();
  return (
    <InterviewBar
      menu={<MenuSheet />}
      back={
        place.previous && (
          <Button tone="secondary" onClick={() => place.go(place.previous)}>
            {t("back")}
          </Button>
        )
      }
      review={
        place.question && (
          <Button tone="quiet" onClick={() => place.go(null)}>
            {t("toReview")}
          </Button>
        )
      }
      main={
        answers.willing === "no" ? (
          <LinkButton href={`/holders/${holderId}/refusal`} prefetch={false}>
            {t("refuseInstead")}
          </LinkButton>
        ) : (
          <Button type="submit" pending={pending}>
            {place.question
              ? t("next", { name: place.next ? words.short(place.next.id) : t("review") })
              : t("submit")}
          </Button>
        )
      }
    />
  );
}
