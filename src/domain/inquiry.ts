import { z } from "zod";
import { optionalPhone, requiredDay, requiredName, requiredText } from "@/domain/fields";

/** What people ask or complain about. */
export const inquiryKinds = [
  "money_missing",
  "not_listed",
  "income_wrong",
  "nobody_came",
  "other",
] as const;
export type InquiryKind = (typeof inquiryKinds)[number];
/** How it reached the office. */
export const inquiryChannels = ["counter", "phone", "letter", "meeting", "online"] as const;
export type InquiryChannel = (typeof inquiryChannels)[number];

/** What a worklist of inquiries shows; from and to the address. */
export const inquiryStates = ["open", "late", "mine", "others_late", "answered"] as const;
export type InquiryState = (typeof inquiryStates)[number];

const choose = { error: "choose" };

/** One line, as it is taken down at a counter or on the phone. */
export const inquiryInput = z.strictObject({
  holderId: z.uuid().nullable(),
  kind: z.enum(inquiryKinds, choose),
  words: requiredText(500),
  fromName: requiredName(120),
  fromPhone: optionalPhone,
  channel: z.enum(inquiryChannels, choose),
  receivedOn: requiredDay,
  ownerId: z.uuid(choose),
});

export type InquiryFilter = {
  state: InquiryState;
  kind: InquiryKind | null;
  district: string | null;
};

/** The filter of an address; open ones where it says nothing. */
export function readInquiryFilter(
  values: Readonly<Record<string, string | string[] | undefined>>,
): InquiryFilter {
  const { state, kind, district } = values;
  return {
    state: inquiryStates.find((known) => known === state) ?? "open",
    kind: inquiryKinds.find((known) => known === kind) ?? null,
    district: typeof district === "string" && /^\d{4}$/.test(district) ? district : null,
  };
}

/** The address of a list of inquiries. */
export function inquiriesHref(filter: Partial<InquiryFilter>): string {
  const words = Object.entries(filter).filter(
    ([name, value]) => value && !(name === "state" && value === "open"),
  );
  const search = new URLSearchParams(words as [string, string][]).toString();
  return search ? `/inquiries?${search}` : "/inquiries";
}
