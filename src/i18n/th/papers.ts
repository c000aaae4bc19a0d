/** Official papers: to whom they go, what is on them, and the register of those that were issued. */
export const papers = {
  // The head of an agency's office in a province: a proposal until the province confirms it (docs/forms.md 6).
  head_MOAC: "เกษตรและสหกรณ์{province}",
  head_BAAC: "ผู้อำนวยการสำนักงาน ธ.ก.ส. {province}",
  head_GSB: "ผู้จัดการธนาคารออมสิน สาขา{name}",
  head_GHB: "ผู้จัดการธนาคารอาคารสงเคราะห์ สาขา{name}",
  head_DOE: "จัดหางาน{province}",
  head_DLPW: "สวัสดิการและคุ้มครองแรงงาน{province}",
  head_DSD: "ผู้อำนวยการสำนักงานพัฒนาฝีมือแรงงาน{name}",
  head_CDD: "พัฒนาการ{province}",
  head_DIT: "พาณิชย์{province}",
  head_DBD: "พาณิชย์{province}",
  head_SLF: "ผู้จัดการกองทุนเงินให้กู้ยืมเพื่อการศึกษา",
  head_NSF: "เลขาธิการคณะกรรมการกองทุนการออมแห่งชาติ",
} as const;
