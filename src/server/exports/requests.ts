import { type CorrectionView, correctionViews } from "@/domain/correction";
import { readInquiryFilter } from "@/domain/inquiry";
import { say } from "@/i18n/words";
import { listDistrictNames } from "@/server/areas/queries";
import { type CorrectionLine, listCorrections } from "@/server/corrections/queries";
import { type InquiryRow, listInquiries } from "@/server/inquiries/queries";
import { dayCell, type SheetMaker, tableSheet } from "./columns";
import { valueText } from "./correction-value";

/** Everything that matches, not only one page of the screen: as many rows as a query may ask for. */
const all = 2_147_483_647;

/** Inquiries that match the filter. */
export const inquiriesSheet: SheetMaker = async (scope, { view }) => {
  const { rows } = await listInquiries(scope, readInquiryFilter(view), all);
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return tableSheet<InquiryRow>(
    {
      kind: ({ kind }) => say(`inquiries.kind_${kind}`),
      words: ({ words }) => words,
      name: ({ person }) => person?.name ?? null,
      from: ({ fromName }) => fromName,
      phone: ({ fromPhone }) => fromPhone,
      channel: ({ channel }) => say(`inquiries.channel_${channel}`),
      district: ({ districtCode }) => districts[districtCode ?? ""] ?? null,
      receivedOn: ({ receivedOn }) => dayCell(receivedOn),
      dueOn: ({ dueOn }) => dayCell(dueOn),
      due: ({ due }) => (due ? say("words.due", due) : null),
      owner: ({ owner }) => owner,
      answerWords: ({ answer }) => answer,
      answeredOn: ({ answeredOn }) => dayCell(answeredOn),
    },
    rows,
  );
};

/** Corrections in one state. */
export const correctionsSheet: SheetMaker = async (scope, { view }) => {
  const state: CorrectionView = correctionViews.find((known) => known === view.state) ?? "pending";
  const { rows, subdistricts } = await listCorrections(scope, state, all);
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return tableSheet<CorrectionLine>(
    {
      name: ({ name }) => name,
      district: ({ districtCode }) => districts[districtCode] ?? null,
      field: ({ field }) => say(`corrections.field_${field}`),
      oldValue: ({ field, oldValue }) => valueText(field, oldValue, subdistricts),
      newValue: ({ field, newValue }) => valueText(field, newValue, subdistricts),
      evidence: ({ evidence }) => evidence,
      evidenceNumber: ({ evidenceNumber }) => evidenceNumber,
      requestedBy: ({ requestedBy }) => requestedBy,
      requestedOn: ({ requestedOn }) => dayCell(requestedOn),
      state: ({ status }) => say(`corrections.state_${status}`),
      decidedBy: ({ decidedBy }) => decidedBy,
      decidedOn: ({ decidedOn }) => dayCell(decidedOn),
    },
    rows,
  );
};
