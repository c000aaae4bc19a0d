"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { postSearch } from "@/app/finder/finder";
import { deskKeys } from "@/app/forms/keyboard";
import { namedWithDistrict } from "@/app/forms/named-with-district";
import type { AreaChoice } from "@/domain/areas";
import { nationalIdFault, normalizeNationalId } from "@/domain/national-id";
import { tidyThai, toArabicDigits } from "@/domain/thai";
import type { FoundHolder } from "@/server/holders/search";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { SearchOutcome } from "./search-outcome";

/** Who is to be registered, as far as the search asks. */
export type Sought = {
  nationalId: string;
  firstName: string;
  lastName: string;
  subdistrictCode: string;
  moo: string;
  houseNo: string;
};

/** What the search says: the ID is known here, on another province's list, or free beside some near names. */
export type Answer =
  | { kind: "known"; holders: FoundHolder[] }
  | { kind: "other_province"; province: string }
  | { kind: "free"; near: FoundHolder[]; village: boolean };

type Props = {
  words: string;
  before: Sought | null;
  subdistricts: readonly AreaChoice[];
  personHref: string;
  onSought: (sought: Sought) => void;
  onRegister: () => void;
};

const empty = { nationalId: "", firstName: "", lastName: "", subdistrictCode: "", moo: "" };

/** An ID or a name that was typed before is not typed again. */
function startOf(words: string, before: Sought | null): Sought {
  if (before) return before;
  if (/^\d{13}$/.test(normalizeNationalId(words)))
    return { ...empty, houseNo: "", nationalId: words };
  const [firstName = "", ...rest] = tidyThai(words).split(" ");
  return { ...empty, houseNo: "", firstName, lastName: rest.join(" ") };
}

/** The first half of registering: everything by which the person may be on a list already. */
export function RegisterSearch({ words, before, subdistricts, personHref, ...on }: Props) {
  const t = useTranslations("registrations");
  const form = useTranslations("form");
  const refusal = useTranslations("refusal");
  const [sought, setSought] = useState(() => startOf(words, before));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (pending || faultOfId(sought) || !isWhole(sought)) return;
    setPending(true);
    const found = await ask(sought);
    setPending(false);
    setTrouble(typeof found === "string" ? refusal(found) : null);
    if (typeof found === "string") return;
    setAnswer(found);
    on.onSought(sought);
  }

  const fault = tried ? faultOfId(sought) : null;
  const field = (name: keyof Sought) => ({
    name,
    label: t(name === "subdistrictCode" ? "subdistrict" : name),
    autoComplete: "off",
    value: sought[name],
    onChange: (event: { target: { value: string } }) => {
      setSought({ ...sought, [name]: event.target.value });
      setAnswer(null);
    },
  });
  const needed = (name: keyof Sought) => tried && sought[name].trim() === "" && form("missing");
  return (
    <div className="flex flex-col gap-5">
      <Card title={t("searchTitle")}>
        <form
          noValidate
          method="post"
          onSubmit={(event) => void submit(event)}
          onKeyDown={deskKeys}
          className="grid items-start gap-4 sm:grid-cols-2"
        >
          <div className="sm:col-span-2">
            <Field
              {...field("nationalId")}
              inputMode="numeric"
              className="figures"
              error={fault && form(fault)}
            />
          </div>
          <Field {...field("firstName")} longest={80} error={needed("firstName")} />
          <Field {...field("lastName")} longest={80} optional />
          <Select
            {...field("subdistrictCode")}
            choices={subdistricts.map(namedWithDistrict)}
            error={needed("subdistrictCode")}
          />
          <div className="grid grid-cols-2 gap-4">
            <Field {...field("moo")} inputMode="numeric" longest={3} optional />
            <Field {...field("houseNo")} longest={20} optional />
          </div>
          <div className="sm:col-span-2">
            <Button type="submit" icon={Search} pending={pending}>
              {t("searchVerb")}
            </Button>
          </div>
        </form>
      </Card>
      {trouble && (
        <Notice kind="error" live>
          {trouble}
        </Notice>
      )}
      {answer && (
        <SearchOutcome
          answer={answer}
          houseNo={tidyThai(sought.houseNo)}
          personHref={personHref}
          onRegister={on.onRegister}
        />
      )}
    </div>
  );
}

const isWhole = ({ firstName, subdistrictCode }: Sought) =>
  firstName.trim() !== "" && subdistrictCode !== "";

function faultOfId({ nationalId }: Sought): "missing" | "idDigits" | "idCheckDigit" | null {
  if (nationalId.trim() === "") return "missing";
  const fault = nationalIdFault(normalizeNationalId(nationalId));
  if (!fault) return null;
  return fault === "ID_CHECK_DIGIT" ? "idCheckDigit" : "idDigits";
}

/** By the whole ID, and if nobody has it, by the name in the village and by the house; else why it was not answered. */
async function ask(sought: Sought) {
  const byId = await postSearch(sought.nationalId, undefined, true);
  if (!byId.ok) return byId.code;
  if (byId.value.kind === "other_province") return byId.value;
  if ("holders" in byId.value && byId.value.holders.length > 0)
    return { kind: "known" as const, holders: byId.value.holders };
  const moo = Number(toArabicDigits(sought.moo));
  if (!(moo >= 1 && moo <= 99)) return { kind: "free" as const, near: [], village: false };
  const byName = await postSearch(`${sought.firstName} ${sought.lastName}`.trim(), {
    subdistrictCode: sought.subdistrictCode,
    moo,
    houseNo: tidyThai(sought.houseNo) || undefined,
  });
  if (!byName.ok) return byName.code;
  const near = "holders" in byName.value ? byName.value.holders : [];
  return { kind: "free" as const, near, village: true };
}
