import { FilePen, MessageCircleQuestion } from "lucide-react";
import { correctionText, effectText } from "@/app/parts/correction-words";
import type { CorrectionValue } from "@/domain/correction";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { type EventSource, joined } from "./event";

/** Requests to correct the Ministry's facts, what was decided and what it changed. */
export const correctionEvents: EventSource = ({ corrections }, t) =>
  corrections.map((row) => {
    const field = row.field;
    const text = (value: CorrectionValue) => correctionText(field, value, t);
    const change = t("corrections.eventChange", {
      from: text(row.oldValue),
      to: text(row.newValue),
    });
    const effects = row.effects ?? [];
    const decided =
      row.decidedBy &&
      row.decidedOn &&
      t("corrections.decided", {
        outcome: t(
          row.status === "rejected" ? "corrections.state_rejected" : "corrections.state_approved",
        ),
        name: row.decidedBy.name,
        date: formatThaiDateShort(row.decidedOn),
      });
    return {
      key: row.id,
      kind: "requests",
      on: row.decidedOn ?? row.requestedOn,
      at: row.recordedAt.getTime(),
      icon: FilePen,
      title: t("corrections.event", { field: t(`corrections.field_${field}`) }),
      by: row.requestedBy.name,
      behindCurtain: field === "income_2559" ? change : undefined,
      note: joined(
        field !== "income_2559" && change,
        t("corrections.evidenceOf", { evidence: row.evidence, number: row.evidenceNumber }),
        decided ?? t("corrections.eventWaiting"),
        row.decisionNote,
        ...effects.map((effect) => effectText(effect, t)),
        row.closedBatch && t("corrections.closed", { number: row.closedBatch.number }),
      ),
    };
  });

/** Inquiries and complaints, with their answers. */
export const inquiryEvents: EventSource = ({ inquiries }, t) =>
  inquiries.map((row) => ({
    key: row.id,
    kind: "requests",
    on: row.receivedOn,
    at: row.recordedAt.getTime(),
    icon: MessageCircleQuestion,
    title: t("inquiries.event", {
      kind: t(`inquiries.kind_${row.kind}`),
      words: row.words,
    }),
    by: row.recordedBy.name,
    note: joined(
      ...row.passes.map((pass) =>
        t("inquiries.passed", { by: pass.passedBy.name, to: pass.to.name, note: pass.note }),
      ),
      row.answer && row.answeredOn
        ? t("inquiries.eventAnswer", {
            date: formatThaiDateShort(row.answeredOn),
            answer: row.answer,
          })
        : t("inquiries.eventOwner", { name: row.owner.name }),
    ),
  }));
