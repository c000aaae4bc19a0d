import { MessageCircle, PhoneMissed } from "lucide-react";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { type EventSource, joined } from "./event";

/** Contacts after the interview; one that was replaced says so. */
export const contactEvents: EventSource = ({ contacts, ministry }, t) =>
  contacts.map((contact) => {
    const entry = ministry.find(({ sourceId }) => sourceId === contact.id);
    const income = contact.incomeBaht;
    return {
      key: contact.id,
      kind: "contacts",
      icon: MessageCircle,
      on: contact.contactedOn,
      at: contact.recordedAt.getTime(),
      title: t("followUps.event", { channel: t(`followUps.channel_${contact.channel}`) }),
      by: contact.recordedBy.name,
      behindCurtain: income === null ? undefined : t("followUps.eventIncome", { income }),
      note: joined(
        contact.correction && t("followUps.eventCorrected"),
        contact.gotJob && t("followUps.eventJob"),
        contact.loanBaht !== null && t("followUps.eventLoan", { baht: contact.loanBaht }),
        contact.trainingHours !== null &&
          t("followUps.eventTraining", { hours: contact.trainingHours }),
        contact.obstacles.map((code) => t(`followUps.obstacle_${code}`)).join(", "),
        contact.obstacleNote,
        contact.note,
        contact.nextOn && t("followUps.eventNext", { date: formatThaiDateShort(contact.nextOn) }),
        entry && t(`followUps.ministry_${entry.state}`),
      ),
    };
  });

/** Attempts in vain to reach somebody. */
export const attemptEvents: EventSource = ({ attempts }, t) =>
  attempts.map((attempt) => ({
    key: attempt.id,
    kind: "contacts",
    icon: PhoneMissed,
    on: attempt.attemptedOn,
    at: attempt.recordedAt.getTime(),
    title: t("followUps.eventAttempt", { outcome: t(`followUps.attempt_${attempt.outcome}`) }),
    by: attempt.recordedBy.name,
    note: joined(
      attempt.note,
      attempt.nextOn && t("followUps.eventNext", { date: formatThaiDateShort(attempt.nextOn) }),
    ),
  }));
