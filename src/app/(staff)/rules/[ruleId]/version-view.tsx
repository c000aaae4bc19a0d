import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { formatThaiDate } from "@/domain/thai-dates";
import type { OneOffLine } from "@/server/one-offs/queries";
import type { RuleVersionView } from "@/server/rules/queries";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { stateTones } from "../state-tones";
import { CasesCard } from "./cases-card";
import { ChangesCard } from "./changes-card";
import { OnceCard } from "./once-card";
import { RedeterminationCard } from "./redetermination-card";

type Props = { version: RuleVersionView; oneOffs: readonly OneOffLine[]; actorId: string };

/** A version that was recorded from a letter: its steps, what it changes, its cases; a draft also what hinders its check. */
export function VersionView({ version, oneOffs, actorId }: Props) {
  const t = useTranslations("rules");
  const { id, about, letterNumber, letterOn, inForceFrom, state, mayRecord } = version;
  const open = state === "waiting" && mayRecord;
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/rules">{t("title")}</Link>}
        title={about}
        sub={`${t("letter", { number: letterNumber, date: formatThaiDate(letterOn) })} · ${t("inForceFrom", { date: formatThaiDate(inForceFrom) })}`}
        actions={open && <LinkButton href={`/rules/${id}/change`}>{t("changeTitle")}</LinkButton>}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="grid gap-5">
          <ChangesCard version={version} />
          <CasesCard version={version} />
        </div>
        <div className="grid gap-5">
          <StepsCard version={version} />
          <OnceCard oneOffs={oneOffs} />
          <RedeterminationCard version={version} actorId={actorId} />
          {open && <CheckCard version={version} own={version.recordedById === actorId} />}
        </div>
      </div>
    </>
  );
}

function StepsCard({ version }: { version: RuleVersionView }) {
  const t = useTranslations("rules");
  const { id, state, step, recordedBy, recordedOn, scanId, seesScan, inForceFrom } = version;
  const taken = step?.step === "checked" ? "checkedBy" : "returnedBy";
  return (
    <Card
      title={t("stepsTitle")}
      actions={<Tag tone={stateTones[state]}>{t(`state_${state}`)}</Tag>}
    >
      <DescriptionList
        items={[
          {
            term: t("stepRecorded"),
            detail: t("recordedBy", { ...recordedBy, date: formatThaiDate(recordedOn) }),
          },
          {
            term: t("stepChecked"),
            detail: step
              ? t(taken, { ...step.takenBy, date: formatThaiDate(step.takenOn) })
              : t("stepWaiting"),
          },
          ...(step?.step === "returned"
            ? [{ term: t("returnNote"), detail: step.note ?? "" }]
            : [
                {
                  term: t("stepInForce"),
                  detail: t("stepFrom", { date: formatThaiDate(inForceFrom) }),
                },
              ]),
        ]}
      />
      <p className="mt-3 flex flex-wrap gap-x-5 border-t border-line pt-2">
        {seesScan && (
          <a href={`/api/papers/file?id=${scanId}`} className="inline-flex min-h-12 items-center">
            {t("open")}
          </a>
        )}
        <a href={`/api/rules/${id}`} className="inline-flex min-h-12 items-center">
          {t("download")}
        </a>
        {seesScan && step?.step !== "returned" && (
          <Link href={`/rules/${id}/what-if`} className="inline-flex min-h-12 items-center">
            {t(step ? "whatIfChecked" : "whatIfLink")}
          </Link>
        )}
      </p>
    </Card>
  );
}

function CheckCard({ version, own }: { version: RuleVersionView; own: boolean }) {
  const t = useTranslations("rules");
  const { id, hindrances, inForceFrom } = version;
  const ready = hindrances.length === 0;
  return (
    <Card title={t("checkTitle")} sub={t("checkSub")}>
      <div className="grid gap-5">
        {!ready && <Hindrances version={version} />}
        {own && <Notice>{t("checkOwn")}</Notice>}
        {!own && ready && (
          <CommandForm
            command="checkRules"
            fixed={{ draftId: id }}
            fields={[]}
            submit={t("checkSubmit", { date: formatThaiDate(inForceFrom) })}
            then={`/rules/${id}`}
          />
        )}
        <div className="border-t border-line pt-4">
          <CommandForm
            name="return-"
            command="returnRules"
            fixed={{ draftId: id }}
            fields={[{ name: "note", kind: "long", label: t("returnNote") }]}
            submit={t("returnSubmit")}
            tone="secondary"
            then="/rules"
          />
        </div>
      </div>
    </Card>
  );
}

function Hindrances({ version: { hindrances } }: { version: RuleVersionView }) {
  const t = useTranslations("rules");
  const faults = useTranslations("ruleFaults");
  return (
    <Notice kind="warn" title={t("hindered")}>
      <ul className="ml-5 list-disc">
        {hindrances.map((each) => {
          const words =
            each.why === "fault"
              ? faults("at", {
                  sentence: faults(each.fault.says, { what: each.fault.what ?? "" }),
                  at: each.fault.at,
                })
              : each.why === "noCase"
                ? t("noCase")
                : each.why === "caseFails"
                  ? t("caseFails", { says: each.says })
                  : t(each.why, { date: formatThaiDate(each.what) });
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </Notice>
  );
}
