import { useTranslations } from "next-intl";
import { wishesHref } from "@/domain/ministry";
import { formatThaiDate } from "@/domain/thai-dates";
import type { CutoffView } from "@/server/ministry/cutoff";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";

type Props = {
  cutoff: CutoffView;
  /** The district whose people are counted, where the reader has several. */
  district?: string | null;
};

/** How long until the Ministry's next cut-off day, and of whom it does not know yet; each number opens its list. */
export function CutoffLine({ cutoff, district = null }: Props) {
  const t = useTranslations("ministry");
  const { wishes, ofOthers } = cutoff;
  const lines = [
    {
      state: "unreported" as const,
      label: t(ofOthers ? "cutoffUnreportedOwn" : "cutoffUnreported", {
        people: wishes.unreported,
      }),
    },
    { state: "bounced" as const, label: t("cutoffBounced", { people: wishes.bounced }) },
  ].filter(({ state }) => state === "unreported" || wishes[state] > 0);
  return (
    <div className="flex flex-wrap items-center gap-x-5 rounded-card border border-line bg-card px-4 py-2">
      <CutoffDay cutoff={cutoff} />
      {lines.map(({ state, label }) => (
        <Link
          key={state}
          href={wishesHref(state, district)}
          className="inline-flex min-h-12 items-center font-semibold"
        >
          <KeepWords>{label}</KeepWords>
        </Link>
      ))}
    </div>
  );
}

/** The day and how far it is; without a letter that is said, with the way to record it for whom it is. */
export function CutoffDay({ cutoff: { next, configures } }: Pick<Props, "cutoff">) {
  const t = useTranslations("ministry");
  const words = useTranslations("words");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      {next ? (
        <>
          <strong>{t("cutoff", { date: formatThaiDate(next.on) })}</strong>
          <Tag tone={next.due.tone}>{words("due", next.due)}</Tag>
        </>
      ) : (
        <span>{t(configures ? "cutoffNone" : "cutoffNotYet")}</span>
      )}
      {configures && (
        <Link href="/ministry/cutoff" className="inline-flex min-h-12 items-center">
          {t(next ? "cutoffChange" : "cutoffRecord")}
        </Link>
      )}
    </p>
  );
}
