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
import type { FoundHolder, Village } from "@/server/holders/search";
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
export type RegisterFinding =
  | { kind: "known"; holders: FoundHolder[] }
  | { kind: "other_province"; province: string }
  | { kind: "free"; near: FoundHolder[]; looked: Looked };

/** Where near names were looked for: in the village, by name alone, or by name because the village is out of reach. */
export type Looked = "village" | "name" | "far";

type Props = {
  words: string;
  before: Sought | null;
  subdistricts: readonly AreaChoice[];
  village: readonly AreaChoice[];
  personHref: string;
  onSought: (sought: Sought) => void;
  onRegister: () => void;
  onLeave?: () => void;
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
export function RegisterSearch(props: Props) {
  const { words, before, subdistricts, village, personHref, ...on } = props;
  const t = useTranslations("registrations");
  const form = useTranslations("form");
  const refusal = useTranslations("refusal");
  const [sought, setSought] = useState(() => startOf(words, before));
  const [answer, setAnswer] = useState<RegisterFinding | null>(null);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (pending || faultOfId(sought) || !isWhole(sought)) return;
    setPending(true);
    const found = await ask(sought, village);
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
  const needed = (name: keyof Sought, fault: "missing" | "choose" = "missing") =>
    tried && sought[name].trim() === "" && form(fault);
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
              // The form has just taken the place of the button that opened it.
              autoFocus={on.onLeave !== undefined}
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
            error={needed("subdistrictCode", "choose")}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("moo")} inputMode="numeric" longest={3} optional />
            <Field {...field("houseNo")} longest={20} optional />
          </div>
          <div className="flex flex-wrap gap-3 sm:col-span-2">
            <Button type="submit" icon={Search} pending={pending}>
              {t("searchVerb")}
            </Button>
            {on.onLeave && (
              <Button tone="quiet" onClick={on.onLeave}>
                {t("leave")}
              </Button>
            )}
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

/**
 * By the whole ID, and if nobody has it, by the name: of the village near names and the household, of all that the reader
 * may see who are called so. Else why it was not answered.
 */
async function ask(sought: Sought, reach: readonly AreaChoice[]) {
  const byId = await postSearch(sought.nationalId, undefined, true);
  if (!byId.ok) return byId.code;
  if (byId.value.kind === "other_province") return byId.value;
  if ("holders" in byId.value && byId.value.holders.length > 0)
    return { kind: "known" as const, holders: byId.value.holders };
  const name = tidyThai(`${sought.firstName} ${sought.lastName}`);
  const [village, looked] = villageOf(sought, reach);
  const near: FoundHolder[] = [];
  for (const place of village ? [village, undefined] : [undefined]) {
    const byName = await postSearch(name, place);
    if (!byName.ok) return byName.code;
    const found = "holders" in byName.value ? byName.value.holders : [];
    near.push(...found.filter(({ id }) => near.every((other) => other.id !== id)));
  }
  return { kind: "free" as const, near, looked };
}

/** The village whose people may be looked at for near names, if it is said and within reach. */
function villageOf(sought: Sought, reach: readonly AreaChoice[]): [Village | null, Looked] {
  const { subdistrictCode, houseNo } = sought;
  const moo = Number(toArabicDigits(sought.moo));
  if (reach.every(({ value }) => value !== subdistrictCode)) return [null, "far"];
  if (!(moo >= 1 && moo <= 99)) return [null, "name"];
  return [{ subdistrictCode, moo, houseNo: tidyThai(houseNo) || undefined }, "village"];
}
