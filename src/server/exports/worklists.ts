import { type CorrectionView, correctionViews } from "@/domain/correction";
import type { ExportList } from "@/domain/export-order";
import { readInquiryFilter } from "@/domain/inquiry";
import { mayEver } from "@/domain/policy";
import { formatThaiDateNumeric } from "@/domain/thai-dates";
import { corrections as correctionWords } from "@/i18n/th/corrections";
import { inquiries as inquiryWords } from "@/i18n/th/inquiries";
import { listDistrictNames } from "@/server/areas/queries";
import { type CorrectionLine, listCorrections } from "@/server/corrections/queries";
import { type InquiryRow, listInquiries } from "@/server/inquiries/queries";
import { type SheetMaker, tableSheet } from "./columns";
import { valueText } from "./correction-value";

/** Everything that matches, not only what a screen shows at once. */
const all = 100_000;
const day = (date: string | null) => date && formatThaiDateNumeric(date);

const inquiriesSheet: SheetMaker = async (scope, { view }) => {
  if (!mayEver(scope.actor, "inquiry.read")) return tableSheet({}, []);
  const { rows } = await listInquiries(scope, readInquiryFilter(view), all);
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return tableSheet<InquiryRow>(
    {
      kind: ({ kind }) => inquiryWords[`kind_${kind}`],
      words: ({ words }) => words,
      name: ({ person }) => person?.name ?? null,
      from: ({ fromName }) => fromName,
      phone: ({ fromPhone }) => fromPhone,
      channel: ({ channel }) => inquiryWords[`channel_${channel}`],
      district: ({ districtCode }) => districts[districtCode ?? ""] ?? null,
      receivedOn: ({ receivedOn }) => day(receivedOn),
      dueOn: ({ dueOn }) => day(dueOn),
      due: ({ due }) => due?.words ?? null,
      owner: ({ owner }) => owner,
      answerWords: ({ answer }) => answer,
      answeredOn: ({ answeredOn }) => day(answeredOn),
    },
    rows,
  );
};

const correctionsSheet: SheetMaker = async (scope, { view }) => {
  if (!mayEver(scope.actor, "correction.read")) return tableSheet({}, []);
  const state: CorrectionView = correctionViews.find((known) => known === view.state) ?? "pending";
  const { rows, subdistricts } = await listCorrections(scope, state, all);
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return tableSheet<CorrectionLine>(
    {
      name: ({ name }) => name,
      district: ({ districtCode }) => districts[districtCode] ?? null,
      field: ({ field }) => correctionWords[`field_${field}`],
      oldValue: ({ field, oldValue }) => valueText(field, oldValue, subdistricts),
      newValue: ({ field, newValue }) => valueText(field, newValue, subdistricts),
      evidence: ({ evidence }) => evidence,
      evidenceNumber: ({ evidenceNumber }) => evidenceNumber,
      requestedBy: ({ requestedBy }) => requestedBy,
      requestedOn: ({ requestedOn }) => day(requestedOn),
      state: ({ status }) => correctionWords[`state_${status}`],
      decidedBy: ({ decidedBy }) => decidedBy,
      decidedOn: ({ decidedOn }) => day(decidedOn),
    },
    rows,
  );
};

/**
 * The sheets of the worklists, as they stand on the screen: `view` is what the address held. A worklist is added by its
 * name in `domain/export-order.ts`, its columns' words (`exports.col_…`) and a line here; its page links to
 * `/exports?list=<name>&<its filters>`.
 */
export const worklistSheets = {
  inquiries: inquiriesSheet,
  corrections: correctionsSheet,
} as const satisfies Partial<Record<ExportList, SheetMaker>>;
