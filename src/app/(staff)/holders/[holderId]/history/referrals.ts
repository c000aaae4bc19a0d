import {
  CircleCheck,
  CircleX,
  HandHelping,
  Hourglass,
  type LucideIcon,
  Send,
  ShieldCheck,
  ShieldX,
} from "lucide-react";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { type EventSource, joined } from "./event";

const icons: Record<string, LucideIcon> = {
  send: Send,
  remind: Send,
  accept: HandHelping,
  begin: HandHelping,
  wait_list: Hourglass,
  complete: CircleCheck,
  refuse: CircleX,
  withdraw: CircleX,
};

/** What was sent to agencies and what they answered; a draft is not an event of the person. */
export const referralEvents: EventSource = ({ referrals }, t) =>
  referrals.flatMap(({ projectName, events }) =>
    events
      .filter(({ step }) => step !== "prepare")
      .map((event) => ({
        key: event.id,
        kind: "referrals" as const,
        on: event.happenedOn,
        at: event.recordedAt.getTime(),
        icon: icons[event.step] ?? Send,
        title: t("referrals.eventTitle", {
          step: t(`referrals.step_${event.step}`),
          project: projectName,
        }),
        by: joined(
          event.by?.name ?? (event.byLinkId && t("referrals.eventLink")),
          event.order && t("orders.byOrder", { head: "district_chief", ...event.order }),
        ),
        note: joined(
          event.result && t(`referrals.result_${event.result}`),
          event.words,
          event.nextOn && `${t("referrals.due")} ${formatThaiDateShort(event.nextOn)}`,
        ),
      })),
  );

/** Changes of consent ๓ after the interview. */
export const consentEvents: EventSource = ({ referralConsent }, t) =>
  referralConsent.events.map((event) => ({
    key: event.id,
    kind: "referrals" as const,
    on: event.decidedOn,
    at: event.recordedAt.getTime(),
    icon: event.decision === "given" ? ShieldCheck : ShieldX,
    title: t(
      event.decision === "given"
        ? "referrals.eventConsentGiven"
        : "referrals.eventConsentWithdrawn",
    ),
    by: event.recordedBy.name,
    note: joined(t(`referrals.channel_${event.channel}`), event.note),
  }));
