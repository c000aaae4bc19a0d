import { z } from "zod";
import { readHolderFilter } from "@/domain/holder-filter";
import { type Action, type Actor, mayEver } from "@/domain/policy";
import { tidyThai } from "@/domain/thai";

/** Worklists: offered as a file to anyone who comes from their screen, with the filter of that screen. */
export const worklists = [
  "referrals",
  "tasks",
  "transfers",
  "waiting",
  "appointments",
  "follow_ups",
  "ministry_entries",
  "rule_people",
] as const;

/** What can be exported: lists and tables as the screens show them. */
export const exportLists = [
  "holders",
  "areas",
  "officers",
  "age_income",
  "registrations",
  "inquiries",
  "corrections",
  ...worklists,
] as const;
export type ExportList = (typeof exportLists)[number];

/** What a job can write: these, and the files for the Ministry, from kept lines or from the ledger. */
export const writtenLists = [...exportLists, "ministry", "month_run"] as const;
export type WrittenList = (typeof writtenLists)[number];

/** What one must be able to do to have a list as a file: to read it. */
const readingOf: Record<WrittenList, Action> = {
  holders: "holder.list",
  areas: "district.view",
  officers: "district.view",
  age_income: "district.view",
  registrations: "registration.list",
  inquiries: "inquiry.read",
  corrections: "correction.read",
  referrals: "referral.list",
  tasks: "task.read",
  transfers: "transfer.answer",
  waiting: "caseload.assign",
  appointments: "appointment.keep",
  follow_ups: "follow_up.view",
  ministry_entries: "ministry.view",
  rule_people: "rules.names",
  ministry: "ministry.send",
  month_run: "run.send",
};

/** Whether somebody may have this list as a file; asked when it is ordered, and again when it is written. */
export function mayExport(actor: Actor, list: WrittenList): boolean {
  return mayEver(actor, "export.request") && mayEver(actor, readingOf[list]);
}

export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Whether a file has whole national IDs: one for the Ministry always, another where it was ordered so. */
export const hasWholeIds = ({ list, unmasked }: Pick<WrittenOrder, "list" | "unmasked">) =>
  unmasked || list === "ministry" || list === "month_run";

/** Lists that name people and so contain national IDs. */
export const listsOfPeople: readonly ExportList[] = ["holders", "registrations"];

/** Shortest reason for which whole IDs leave the system, in characters. */
export const shortestReason = 10;

/** An order as the page sends it; `reason` is given where whole national IDs are asked for. */
export const exportOrder = z
  .strictObject({
    list: z.enum(exportLists),
    format: z.enum(exportFormats),
    filter: z
      .record(z.string().max(40), z.union([z.string().max(60), z.number()]))
      .transform(readHolderFilter),
    /** A worklist's own filters, as they are in its address; its sheet reads what it knows. */
    view: z.record(z.string().max(40), z.string().max(60)).default({}),
    unmasked: z.boolean(),
    reason: z.string().max(300).transform(tidyThai).nullable(),
  })
  .refine(({ unmasked, reason }) => !unmasked || (reason ?? "").length >= shortestReason, {
    path: ["reason"],
    error: "exports.errorReason",
  });
/** An order as a job keeps it: what was asked for, checked when it was asked. */
export const writtenOrder = z.object({
  list: z.enum(writtenLists),
  format: z.enum(exportFormats),
  filter: z.record(z.string(), z.unknown()).transform(readHolderFilter),
  view: z.record(z.string(), z.string()).default({}),
  unmasked: z.boolean(),
  reason: z.string().nullish(),
  /** The file of the list `ministry`; of `month_run` the step with which it was sent. */
  file: z.uuid().nullish(),
});
export type WrittenOrder = z.output<typeof writtenOrder>;
export type ExportOrder = z.output<typeof exportOrder>;
