import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { inTheMinistry, type MinistryField, type MinistryState, rowText } from "@/domain/ministry";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { MinistrySheet } from "@/server/ministry/queries";
import { Card } from "@/ui/card";
import { CopyButton } from "@/ui/copy-button";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";

type Props = { sheet: MinistrySheet; today: string; records: boolean };

const isIn = (state: MinistryState) => inTheMinistry.some((each) => each === state);

/** The values of one contact in the Ministry's order: one tap copies a value, one the row, one marks it as entered. */
export function SheetView({ sheet, today, records }: Props) {
  const t = useTranslations("ministry");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/ministry" className="underline">
            {t("title")}
          </Link>
        }
        title={t("sheetTitle", { name: sheet.name })}
        sub={t("sheetSub", {
          kind: t(`kind_${sheet.shownKind}`),
          date: formatThaiDateShort(sheet.occurredOn),
        })}
      />
      <div className="grid gap-4">
        {!sheet.stands && (
          <Notice kind="warn" title={t("noLongerCounts")}>
            {t(isIn(sheet.state) ? "takeBack" : "doNotReport")}
          </Notice>
        )}
        {sheet.state === "bounced" && sheet.stands && <Bounced sheet={sheet} records={records} />}
        <Card>
          <p className="mb-3 text-sm text-soft">{t("sheetIdNote")}</p>
          <dl className="divide-y divide-line">
            {sheet.fields.map((field) => (
              <Value key={field} field={field} value={sheet.values[field] ?? null} />
            ))}
          </dl>
          <p className="mt-4">
            <CopyButton
              text={rowText(sheet.fields, sheet.values)}
              label={t("copyRow")}
              done={t("copied")}
              failed={t("copyFailed")}
            />
          </p>
        </Card>
        {sheet.state === "unreported" && sheet.stands && (
          <CommandForm
            command="markReported"
            fixed={{ entryId: sheet.id }}
            fields={[{ name: "reportedOn", kind: "date", label: t("reportedOn"), initial: today }]}
            submit={t("markReported")}
            then={sheet.nextId ? `/ministry/${sheet.nextId}` : "/ministry"}
            aside={
              <LinkButton tone="quiet" href="/ministry">
                {t("backToList")}
              </LinkButton>
            }
          />
        )}
        {isIn(sheet.state) && <BounceForm sheet={sheet} />}
        <History sheet={sheet} />
      </div>
    </div>
  );
}

function Value({ field, value }: { field: MinistryField; value: string | null }) {
  const t = useTranslations("ministry");
  const name = t(`field_${field}`);
  return (
    <div className="items-center gap-x-4 py-2 print:py-0.5 sm:grid sm:grid-cols-[14rem_1fr] print:grid print:grid-cols-[14rem_1fr]">
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="flex items-center justify-between gap-3 font-semibold">
        <span className="min-w-0 break-words">{value || t("empty")}</span>
        {value && (
          <CopyButton
            small
            text={value}
            label={t("copy", { field: name })}
            done={t("copied")}
            failed={t("copyFailed")}
          />
        )}
      </dd>
    </div>
  );
}

/** An entry that the Ministry sent back: correct it if it is the reader's own contact, or send it unchanged. */
function Bounced({ sheet, records }: { sheet: MinistrySheet; records: boolean }) {
  const t = useTranslations("ministry");
  const file = `/holders/${sheet.holderId}`;
  return (
    <>
      <Notice kind="warn">{t("bouncedNotice", { reason: sheet.reason ?? "" })}</Notice>
      <CommandForm
        command="markReady"
        fixed={{ entryId: sheet.id }}
        fields={[]}
        submit={t("markReady")}
        tone="secondary"
        then={`/ministry/${sheet.id}`}
        aside={
          records && sheet.kind === "contact" ? (
            <LinkButton href={`${file}/contacts/new?corrects=${sheet.sourceId}`}>
              {t("correct")}
            </LinkButton>
          ) : (
            <LinkButton tone="quiet" href={file}>
              {t("openFile")}
            </LinkButton>
          )
        }
      />
    </>
  );
}

function BounceForm({ sheet }: { sheet: MinistrySheet }) {
  const t = useTranslations("ministry");
  return (
    <Card title={t("bounceTitle")}>
      <CommandForm
        command="markBounced"
        fixed={{ entryId: sheet.id }}
        fields={[{ name: "reason", kind: "text", label: t("bounceReason") }]}
        submit={t("markBounced")}
        tone="secondary"
        then={`/ministry/${sheet.id}`}
      />
    </Card>
  );
}

function History({ sheet }: { sheet: MinistrySheet }) {
  const t = useTranslations("ministry");
  if (sheet.events.length === 0) return null;
  return (
    <Disclosure summary={t("history")}>
      <ul className="divide-y divide-line">
        {sheet.events.map((event) => (
          <li key={event.id} className="py-2">
            {t(`event_${event.state}`)} ·{" "}
            {t("reportedBy", { date: formatThaiDateShort(event.on), name: event.by })}
            {event.file && ` · ${t("inFile", { number: event.file })}`}
            {event.reason && ` · ${event.reason}`}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
