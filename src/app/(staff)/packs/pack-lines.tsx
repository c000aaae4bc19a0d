import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { WhileWorking } from "@/app/parts/while-working";
import { packFiles } from "@/domain/pack";
import { formatThaiDate, formatThaiDateShort, formatThaiTime } from "@/domain/thai-dates";
import type { PackRow } from "@/server/packs/queries";
import { buttonClass } from "@/ui/button-style";
import { Progress } from "@/ui/progress";
import { Tag } from "@/ui/tag";
import { MakeAgain } from "./make-again";

/** The packs with who made each and who fetched what; the page is read again while one is being made. */
export function PackLines({ packs }: { packs: readonly PackRow[] }) {
  return (
    <>
      {packs.some(({ state }) => state === "working") && <WhileWorking />}
      <ul className="divide-y divide-line" aria-live="polite">
        {packs.map((pack) => (
          <li key={pack.id} className="grid gap-2 py-4 first:pt-0 last:pb-0">
            <Line pack={pack} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ pack }: { pack: PackRow }) {
  const t = useTranslations("packs");
  const format = useFormatter();
  const { kind, day, roundName, place, by, meetingOn, requestedAt } = pack;
  const of = {
    now: formatThaiDateShort(day),
    day: t("period_day", { date: formatThaiDateShort(day) }),
    round: t("period_round", { round: roundName ?? "" }),
  };
  const at = format.dateTime(new Date(requestedAt), {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Bangkok",
  });
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{place}</strong>
        <span>{of[kind]}</span>
      </p>
      <p className="text-sm text-soft">
        {meetingOn
          ? t("madeItself", { day: formatThaiDate(meetingOn) })
          : t("madeBy", { name: by })}{" "}
        · <span className="keep">{formatThaiTime(at)}</span>
      </p>
      <State pack={pack} name={`${place} ${of[kind]}`} />
    </>
  );
}

function State({ pack, name }: { pack: PackRow; name: string }) {
  const t = useTranslations("packs");
  const { id, state, progress, fetched } = pack;
  if (state === "working")
    return progress && progress.all > 0 ? (
      <Progress
        label={t("working")}
        labelHidden
        value={progress.done}
        max={progress.all}
        text={t("working")}
      />
    ) : (
      <Tag tone="due">{t("waiting")}</Tag>
    );
  if (state !== "done")
    return (
      <div className="flex flex-wrap items-center gap-3">
        <span className={state === "failed" ? "text-brick" : "text-soft"}>
          {t(state === "failed" ? "failed" : "gone")}
        </span>
        <MakeAgain packId={id} />
      </div>
    );
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        {packFiles.map((file) => (
          <a
            key={file}
            href={`/api/packs/${id}/${file}`}
            download
            aria-label={`${t("download", { file: t(`file_${file}`) })} ${name}`}
            className={buttonClass("secondary", false)}
          >
            <Download aria-hidden size={20} className="shrink-0" />
            <span>{t(`file_${file}`)}</span>
          </a>
        ))}
      </p>
      <p className="text-sm text-soft">
        {fetched.length === 0
          ? t("takenNone")
          : t("taken", {
              who: fetched
                .map((each) =>
                  t("takenBy", {
                    name: each.name,
                    files: each.files.map((file) => t(`file_${file}`)).join(", "),
                  }),
                )
                .join(" · "),
            })}
      </p>
    </>
  );
}
