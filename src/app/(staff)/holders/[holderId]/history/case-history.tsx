import { useTranslations } from "next-intl";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Casework } from "@/server/holders/casework";
import type { HolderView } from "@/server/holders/queries";
import { Curtain } from "@/ui/curtain";
import { FilterLinks } from "@/ui/filter-links";
import { Timeline } from "@/ui/timeline";
import { type EventKind, eventKinds, newestFirst } from "./event";
import { eventSources } from "./sources";

type Props = { casework: Casework; holder: HolderView; kind: EventKind | null };

/**
 * "ประวัติการดำเนินการ": one history of typed events, read from the casework rows, never from the audit; by the date
 * on the form, newest first; filtered by the address (`?history=visits`).
 */
export function CaseHistory({ casework, holder, kind }: Props) {
  const t = useTranslations();
  const events = eventSources.flatMap((source) => source(casework, t, holder)).sort(newestFirst);
  const shown = kind ? events.filter((event) => event.kind === kind) : events;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-3 text-lg">
        {t("caseFile.timeline")}
      </h2>
      <KindFilter holderId={holder.id} chosen={kind} kinds={events.map((event) => event.kind)} />
      {shown.length === 0 && <p className="text-soft">{t("caseFile.historyNone")}</p>}
      <Timeline
        entries={shown.map(({ on, behindCurtain, note, ...event }) => ({
          ...event,
          when: formatThaiDate(on),
          note: behindCurtain ? (
            <>
              {note} <Curtain label={t("caseFile.showAmount")}>{behindCurtain}</Curtain>
            </>
          ) : (
            note
          ),
        }))}
      />
    </section>
  );
}

/** The kinds of events that occur, with their number; no filter if there is only one kind. */
function KindFilter({
  holderId,
  chosen,
  kinds,
}: {
  holderId: string;
  chosen: EventKind | null;
  kinds: readonly EventKind[];
}) {
  const t = useTranslations("caseFile");
  const there = eventKinds.filter((kind) => kinds.includes(kind) || kind === chosen);
  if (there.length < 2) return null;
  const file = `/holders/${holderId}`;
  return (
    <FilterLinks
      label={t("historyFilter")}
      choices={[
        {
          href: `${file}#history`,
          label: t("history_all"),
          count: kinds.length,
          current: chosen === null,
        },
        ...there.map((kind) => ({
          href: `${file}?history=${kind}#history`,
          label: t(`history_${kind}`),
          count: kinds.filter((each) => each === kind).length,
          current: chosen === kind,
        })),
      ]}
    />
  );
}
