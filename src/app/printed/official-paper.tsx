import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfficialPaper, PaperIssue } from "@/domain/official-paper";
import { formatPhone } from "@/domain/phone";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDateOfOrder, formatThaiMonth } from "@/domain/thai-dates";
import { GarudaImage } from "./garuda-image";
import { PaperBlocks } from "./paper-blocks";
import { blankDay, type PaperAsIssued, PaperHead } from "./paper-heads";
import { PaperText } from "./paper-text";
import { type Back, Sheet } from "./sheet";

type Props = {
  back?: Back;
  paper: OfficialPaper;
  issue: PaperIssue;
  /** Its kind and what it is about, where it can be had as a Word file. */
  word?: string;
  /** `h2`: the page has a headline of its own above the paper. */
  heading?: "h1" | "h2";
  /** Beside the owner of the matter, at the foot: a code to scan. */
  children?: ReactNode;
};

/**
 * A letter, memo, notice or order as ระเบียบงานสารบรรณ lays it out: space for the garuda, Thai digits, the closing and the
 * signature from the middle of the page, the owner of the matter at the foot.
 */
export function OfficialPaperSheet({ back, paper, issue, word, heading, children }: Props) {
  const t = useTranslations("papers");
  const { annex } = paper;
  const secret = issue.secrecy !== "none" && (
    <p className="text-center font-bold text-brick print:text-ink">
      {t(`secrecy_${issue.secrecy}`)}
    </p>
  );
  return (
    <Sheet
      back={back}
      printLabel={useTranslations("letter")(`print_${paper.form}`)}
      official
      word={word && `/api/papers/word?${word}`}
    >
      {secret}
      <Garuda paper={paper} />
      {paper.form === "order" && !issue.issuedOn && (
        <p data-screen-only className="mb-3 text-center text-sm text-soft">
          {t("authorityNote")}
        </p>
      )}
      <PaperHead paper={paper} issue={issue} heading={heading} />
      <PaperBlocks blocks={paper.body.slice(0, -1)} />
      {/* The signature never stands alone on a page: the last paragraph goes with it. */}
      <div data-keep-together>
        <PaperBlocks blocks={paper.body.slice(-1)} />
        <Signature paper={paper} issue={issue} />
      </div>
      {(paper.form === "letter" || children) && (
        <div
          data-keep-together
          // A code to scan is smaller here than alone: so the foot seldom needs a second page for itself.
          className="mt-6 flex flex-wrap items-end justify-between gap-6 print:mt-2 print:flex-nowrap print:gap-3 print:[&_svg]:size-[24mm]"
        >
          {paper.form === "letter" && <Owner paper={paper} />}
          {children}
        </div>
      )}
      {annex && (
        <section className="mt-8 print:mt-0 print:break-before-page print:pt-1">
          {secret}
          <h2 className="text-center text-[1em] font-semibold">
            <PaperText>{toThaiDigits(annex.title)}</PaperText>
          </h2>
          <PaperBlocks blocks={annex.blocks} />
        </section>
      )}
    </Sheet>
  );
}

/** The garuda of the office, or the space for paper that bears one: 3 cm in the middle, on a memo 1.5 cm at the left. */
function Garuda({ paper: { form, garuda } }: { paper: OfficialPaper }) {
  const t = useTranslations("papers");
  const memo = form === "memo";
  if (garuda) return <GarudaImage id={garuda} className={memo ? "h-[15mm]" : "mx-auto h-[30mm]"} />;
  return (
    <>
      <p
        data-screen-only
        className="mx-auto mb-3 w-fit border border-dashed border-edge px-3 py-2 text-center text-sm text-soft"
      >
        {t(memo ? "garudaMemo" : "garuda")}
      </p>
      {!memo && <div aria-hidden className="hidden print:block print:h-[30mm]" />}
    </>
  );
}

function Signature({ paper, issue }: PaperAsIssued) {
  const letter = useTranslations("letter");
  const order = useTranslations("officialOrder");
  const { form } = paper;
  const given = issue.issuedOn
    ? formatThaiDateOfOrder(issue.issuedOn)
    : `${blankDay}${formatThaiMonth(issue.month).replace(/ (?=\d)/, " พ.ศ. ")}`;
  return (
    <div className="mt-6">
      {(form === "notice" || form === "order") && (
        <p className="text-center whitespace-pre-wrap">
          {toThaiDigits(order(`given_${form}`, { date: given }))}
        </p>
      )}
      <div className="ml-[46%] w-fit text-center max-sm:ml-auto">
        {form === "letter" && <p>{letter("closing")}</p>}
        <p className="keep mt-14">
          ({issue.signedBy ?? "................................................"})
        </p>
        {paper.signer.map((line) => (
          <p key={line}>{toThaiDigits(line)}</p>
        ))}
      </div>
    </div>
  );
}

/** At the lower left: whose matter it is, and the telephone. */
function Owner({ paper }: { paper: OfficialPaper }) {
  const t = useTranslations("papers");
  return (
    <div>
      <p>
        <PaperText>{toThaiDigits(paper.unit ?? paper.office.split(" ")[0] ?? "")}</PaperText>
      </p>
      <p className="keep">
        {toThaiDigits(
          t("call", {
            phone: paper.phone ? formatPhone(paper.phone) : "..........................",
          }),
        )}
      </p>
    </div>
  );
}
