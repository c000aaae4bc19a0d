"use client";

import { useTranslations } from "next-intl";
import { maskNationalId } from "@/domain/national-id";
import type { FoundHolder } from "@/server/holders/search";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Tag } from "@/ui/tag";
import type { RegisterFinding } from "./register-search";

type Props = {
  answer: RegisterFinding;
  houseNo: string;
  personHref: string;
  onRegister: () => void;
};

/** What the search before a registration found, and the way on. */
export function SearchOutcome({ answer, houseNo, personHref, onRegister }: Props) {
  const t = useTranslations("registrations");
  if (answer.kind === "other_province")
    return (
      <Notice kind="warn" live>
        {t("otherProvince", { province: answer.province })}
      </Notice>
    );
  if (answer.kind === "known")
    return (
      <Card title={t("foundId")}>
        <People people={answer.holders} houseNo="" personHref={personHref} />
      </Card>
    );
  const people = answer.near.length;
  return (
    <div role="status" className="flex flex-col gap-4">
      {people > 0 ? (
        <Card title={t("near", { people })}>
          <People people={answer.near} houseNo={houseNo} personHref={personHref} />
        </Card>
      ) : (
        <Notice kind="info">{t(`nearNone_${answer.looked}`)}</Notice>
      )}
      <div>
        <Button onClick={onRegister}>{t(people > 0 ? "goOn" : "goOnNone")}</Button>
      </div>
    </div>
  );
}

type PeopleProps = { people: readonly FoundHolder[]; houseNo: string; personHref: string };

function People({ people, houseNo, personHref }: PeopleProps) {
  const t = useTranslations("registrations");
  const words = useTranslations("words");
  return (
    <ul className="divide-y divide-line">
      {people.map((person) => (
        <li key={person.id} className="flex flex-wrap items-center gap-x-3">
          <Link
            // A person of another district has no case file here: only the desk may open their form.
            href={`${person.elsewhere ? "/desk/holders" : personHref}/${person.id}`}
            className="inline-flex min-h-12 items-center"
          >
            {person.name}
          </Link>
          <span className="text-soft">
            {[
              maskNationalId(person.idLastFour),
              person.age !== null && words("age", { age: person.age }),
              person.houseNo && words("houseNo", { houseNo: person.houseNo }),
              words("district", { name: person.district }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {houseNo !== "" && person.houseNo === houseNo && (
            <Tag tone="selected">{t("sameHouse")}</Tag>
          )}
        </li>
      ))}
    </ul>
  );
}
