import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { AttemptsText } from "@/app/parts/attempts-text";
import { formatPhone, phoneAddress } from "@/domain/phone";
import { formatThaiDateShort, formatThaiTime } from "@/domain/thai-dates";
import type { DayPerson } from "@/server/visits/day";
import { buttonClass } from "@/ui/button-style";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Tag } from "@/ui/tag";

type Props = {
  person: DayPerson;
  /** The house to go to now. */
  isNext: boolean;
  /** Is said to refuse, which a head of the district has not decided: nobody goes there meanwhile. */
  refuses: boolean;
  /** The day of the meeting went by. */
  isOverdue: boolean;
  /** The meeting is of another day than today. */
  otherDay: boolean;
  /** Lives in the house of the person before. */
  isHousemate: boolean;
};

/** One person of the day, with what can happen at the door; every record leads back to the day. */
export function PersonOfDay(props: Props) {
  const { person, isNext, refuses, isOverdue, otherDay, isHousemate } = props;
  const t = useTranslations("day");
  const words = useTranslations("words");
  const visits = useTranslations("visits");
  const { id, houseNo, meetOn, meetAt, kind, placeName, state } = person;
  const file = `/holders/${id}`;
  return (
    <li className={`px-4 py-3 ${isNext ? "bg-indigo-tint first:rounded-t-card" : ""}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={file} className="py-2 font-semibold">
          <KeepWords>{person.fullName}</KeepWords>
        </Link>
        {isNext && <Tag tone="selected">{t("nextHouse")}</Tag>}
        {refuses && <Tag tone="due">{t("refusalWaits")}</Tag>}
        {isHousemate && <Tag tone="quiet">{t("housemate")}</Tag>}
      </div>
      <p className="flex flex-wrap gap-x-2 text-soft">
        {houseNo && <span className="keep">{words("houseNo", { houseNo })}</span>}
        {meetOn && otherDay && (
          <span className={`keep font-semibold ${isOverdue ? "text-brick" : ""}`}>
            {t("wasOn", { date: formatThaiDateShort(meetOn) })}
          </span>
        )}
        {meetAt && (
          <span className="keep font-semibold">
            {visits("time", { time: formatThaiTime(meetAt) })}
          </span>
        )}
        {kind === "office" && <span>{placeName}</span>}
        {!isOverdue && !refuses && <span>{words(`state_${state}`)}</span>}
        {person.attempts && <AttemptsText attempts={person.attempts} />}
      </p>
      {!refuses && <AtTheDoor person={person} isNext={isNext} />}
    </li>
  );
}

/**
 * What can happen: the record of the purpose first, then what else may come of it. The call comes last: some have no telephone, and
 * a thumb finds the others at the same place in every row.
 */
function AtTheDoor({ person, isNext }: Pick<Props, "person" | "isNext">) {
  const t = useTranslations("day");
  const { meetOn } = person;
  const file = `/holders/${person.id}`;
  const followsUp = person.purpose === "follow_up";
  return (
    <div data-screen-only className="mt-2 flex flex-wrap gap-2 max-sm:*:grow max-sm:*:px-3">
      <LinkButton
        href={followsUp ? `${file}/contacts/new?from=day` : `${file}/assessment`}
        tone={isNext ? "primary" : "secondary"}
      >
        {t(followsUp ? "followUp" : "interview")}
      </LinkButton>
      {[
        ...(followsUp
          ? [{ to: "visit?from=day&what=attempt", label: t("notReached") }]
          : [
              { to: "visit?from=day&what=not_met", label: t("notHome") },
              ...(person.mayRefuse ? [{ to: "refusal?from=day", label: t("refused") }] : []),
            ]),
        { to: "visit?from=day&what=appoint", label: t(meetOn ? "moved" : "appoint") },
      ].map(({ to, label }) => (
        <LinkButton key={to} href={`${file}/${to}`} tone="quiet">
          {label}
        </LinkButton>
      ))}
      {person.phone && (
        <a href={phoneAddress(person.phone)} className={buttonClass("secondary")}>
          <Phone aria-hidden size={20} className="shrink-0" />
          {t("call")} <span className="sr-only">{formatPhone(person.phone)}</span>
        </a>
      )}
    </div>
  );
}
