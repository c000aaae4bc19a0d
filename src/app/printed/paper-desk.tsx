import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useClassFields } from "@/app/forms/class-fields";
import { CommandForm } from "@/app/forms/command-form";
import { useSignerFields } from "@/app/forms/signer-fields";
import { formatThaiDate } from "@/domain/thai-dates";
import type { PaperDraft } from "@/server/papers/queries";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { OfficialPaperSheet } from "./official-paper";
import type { Back } from "./sheet";

type Props = {
  draft: PaperDraft;
  back: Back;
  /** This page with the text of now, though one was issued. */
  again: string;
  /** At the end of the paper. */
  children?: ReactNode;
  /** Beside it, above the form. */
  aside?: ReactNode;
};

/** A paper as it is or would be issued; beside it what was recorded of its signature, or the form for it. */
export function PaperDesk({ draft, back, again, children, aside }: Props) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:block">
      <OfficialPaperSheet back={back} paper={draft.paper} issue={draft.issue} word={wordOf(draft)}>
        {children}
      </OfficialPaperSheet>
      <aside data-screen-only className="grid gap-5">
        {draft.over && <Over />}
        <NoAddress draft={draft} />
        {aside}
        {draft.issued ? (
          <Issued draft={draft} again={again} />
        ) : (
          draft.mayIssue && <IssueForm draft={draft} />
        )}
      </aside>
    </div>
  );
}

/** The same paper as a Word file: the one that was issued, or the text of now. */
function wordOf({ kind, about, asIssued }: PaperDraft): string {
  const query = new URLSearchParams({ kind, about });
  if (!asIssued) query.set("draft", "new");
  return query.toString();
}

/** The days for which such papers are written have gone by. */
function Over() {
  const t = useTranslations("papers");
  return <Notice title={t("overTitle")}>{t("overText")}</Notice>;
}

function NoAddress({ draft: { paper, mayIssue } }: { draft: PaperDraft }) {
  const t = useTranslations("papers");
  if (paper.address || !mayIssue) return null;
  return (
    <Notice
      kind="warn"
      action={
        <LinkButton tone="secondary" href="/office">
          {t("keepAddress")}
        </LinkButton>
      }
    >
      {t("noAddress")}
    </Notice>
  );
}

function Issued({ draft: { issued, over }, again }: { draft: PaperDraft; again: string }) {
  const t = useTranslations("papers");
  if (!issued) return null;
  return (
    <Card title={t("issuedTitle")}>
      <p>
        {t("issuedText", {
          number: issued.number,
          date: formatThaiDate(issued.issuedOn),
          name: issued.recordedBy.name,
          on: formatThaiDate(issued.recordedOn),
        })}
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <LinkButton tone="secondary" href="/papers">
          {t("title")}
        </LinkButton>
        {!over && (
          <LinkButton tone="secondary" href={again}>
            {t("draftAgain")}
          </LinkButton>
        )}
      </p>
    </Card>
  );
}

function IssueForm({ draft: { kind, about, issue, signer } }: { draft: PaperDraft }) {
  const t = useTranslations("papers");
  const classes = useClassFields(issue);
  const signature = useSignerFields(signer);
  return (
    <Card title={t("issueTitle")} sub={t("issueSub")}>
      <CommandForm
        name="issue-"
        command="issuePaper"
        fixed={{ kind, about }}
        fields={[
          { name: "number", kind: "text", label: t("number"), hint: t("numberHint") },
          { name: "issuedOn", kind: "date", label: t("issuedOn") },
          ...signature,
          ...classes,
        ]}
        submit={t("issue")}
        tone="secondary"
      />
    </Card>
  );
}
