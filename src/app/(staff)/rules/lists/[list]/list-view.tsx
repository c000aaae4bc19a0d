import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { maskNationalId } from "@/domain/national-id";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import type { OneOffView } from "@/server/one-offs/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { Tag, type Tone } from "@/ui/tag";
import { RowsRead } from "./rows-read";
import { SendListCard } from "./send-list-card";

type Props = { view: OneOffView; actor: { id: string; role: Role } };
type List = OneOffView["lists"][number];

/** What a letter gives once: the lists that were recorded of it, the check of the newest, its persons. */
export function OneOffListView({ view, actor }: Props) {
  const t = useTranslations("oneOffs");
  const { given, version } = view;
  const { name, baht, month } = given;
  return (
    <>
      <PageHeading
        eyebrow={
          <Link href={version ? `/rules/${version.id}` : "/rules"}>
            {version?.about ?? t("rules")}
          </Link>
        }
        title={t("heading", { name })}
        sub={t("gives", { baht, month: formatThaiMonth(month) })}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="grid gap-5">
          <ListsCard view={view} />
          {view.shown && <PersonsCard view={view} />}
        </div>
        <div className="grid gap-5">
          {view.shown && !view.shown.step && mayEver(actor, "one_off.check") && (
            <CheckCard list={view.shown} own={view.shown.recordedById === actor.id} />
          )}
          {mayEver(actor, "one_off.record") && <SendListCard view={view} />}
        </div>
      </div>
    </>
  );
}

const tones: Record<"waiting" | "inForce" | "replaced" | "returned", Tone> = {
  waiting: "due",
  inForce: "done",
  replaced: "quiet",
  returned: "late",
};

/** Where a list stands beside the others, the newest first. */
function stateOf(list: List, lists: readonly List[]): keyof typeof tones {
  if (list.step?.step === "returned") return "returned";
  const checked = lists.find(({ step }) => step?.step === "checked");
  if (list === checked) return "inForce";
  const newest = lists.find(({ step }) => step?.step !== "returned");
  return list === newest ? "waiting" : "replaced";
}

function ListsCard({ view: { lists } }: { view: OneOffView }) {
  const t = useTranslations("oneOffs");
  if (lists.length === 0)
    return (
      <Card>
        <EmptyState title={t("listsNone")}>{t("listsNoneText")}</EmptyState>
      </Card>
    );
  return (
    <Card title={t("listsTitle")}>
      <ul className="divide-y divide-line">
        {lists.map((list) => (
          <li key={list.id} className="grid gap-2 py-4 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="font-semibold [overflow-wrap:anywhere]">{list.fileName}</span>
              <Tag tone={tones[stateOf(list, lists)]}>{t(`state_${stateOf(list, lists)}`)}</Tag>
            </p>
            <RowsRead read={readOf(list)} />
            <Steps list={list} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function readOf({ people, unknownRows, twiceRows, elsewhereRows, endedRows }: List) {
  const of = (rows: readonly number[]) => ({ count: rows.length, rows: [...rows] });
  return {
    ...{ people, before: null },
    ...{ unknown: of(unknownRows), twice: of(twiceRows) },
    ...{ elsewhere: of(elsewhereRows), ended: of(endedRows) },
  };
}

function Steps({ list: { recordedBy, recordedOn, step } }: { list: List }) {
  const t = useTranslations("oneOffs");
  return (
    <p className="text-sm text-soft">
      {t("recordedBy", { ...recordedBy, date: formatThaiDate(recordedOn) })}
      {step && (
        <span className="block">
          {t(step.step === "checked" ? "checkedBy" : "returnedBy", {
            ...step.takenBy,
            date: formatThaiDate(step.takenOn),
            note: step.note ?? "",
          })}
        </span>
      )}
    </p>
  );
}

function CheckCard({ list: { id: listId }, own }: { list: List; own: boolean }) {
  const t = useTranslations("oneOffs");
  return (
    <Card title={t("checkTitle")} sub={t("checkSub")}>
      <div className="grid gap-5">
        {own ? (
          <Notice>{t("checkOwn")}</Notice>
        ) : (
          <CommandForm
            name="check-"
            command="checkOneOffList"
            fixed={{ listId }}
            fields={[]}
            submit={t("checkSubmit")}
          />
        )}
        <div className="border-t border-line pt-4">
          <CommandForm
            name="return-"
            command="returnOneOffList"
            fixed={{ listId }}
            fields={[{ name: "note", kind: "long", label: t("returnNote") }]}
            submit={t("returnSubmit")}
            tone="secondary"
          />
        </div>
      </div>
    </Card>
  );
}

function PersonsCard({ view: { given, people, next } }: { view: OneOffView }) {
  const t = useTranslations("oneOffs");
  return (
    <Card title={t("personsTitle")}>
      <DataTable
        caption={t("personsTitle")}
        captionHidden
        rows={people}
        rowKey={({ holderId }) => holderId}
        columns={[
          {
            key: "name",
            header: t("name"),
            rowHeader: true,
            cell: ({ holderId, holder }) =>
              holder ? (
                <>
                  <Link href={`/holders/${holderId}`} className="touch">
                    <KeepWords>{holder.name}</KeepWords>
                  </Link>
                  <span className="keep block text-sm text-soft">
                    {maskNationalId(holder.nationalIdLast4)}
                  </span>
                </>
              ) : (
                t("away")
              ),
          },
          {
            key: "place",
            header: t("place"),
            cell: ({ holder }) =>
              holder &&
              t("at", {
                subdistrict: holder.subdistrict.name,
                district: holder.subdistrict.district.name,
              }),
          },
          {
            key: "row",
            header: t("row"),
            align: "end",
            cell: ({ rowNumber }) => rowNumber.toLocaleString("en-US"),
          },
        ]}
      />
      <Pager nextHref={next && `/rules/lists/${given.list}?after=${next}`} />
    </Card>
  );
}
