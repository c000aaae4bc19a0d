"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { deskKeys } from "@/app/forms/keyboard";
import { namedWithDistrict } from "@/app/forms/named-with-district";
import type { AreaChoice } from "@/domain/areas";
import { readWholeNumber } from "@/domain/typed-numbers";
import type { Village } from "@/server/holders/search";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";

type Props = {
  subdistricts: readonly AreaChoice[];
  pending: boolean;
  onAsk: (village: Village) => void;
};

/** Names close to the one searched for, of one village; offered only after an exact search. */
export function NearNames({ subdistricts, pending, onAsk }: Props) {
  const t = useTranslations("desk");
  const [subdistrictCode, setSubdistrict] = useState("");
  const [moo, setMoo] = useState("");
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const village = { subdistrictCode, moo: readWholeNumber(moo) ?? 0 };
    const whole = subdistrictCode !== "" && village.moo >= 1 && village.moo <= 99;
    setMissing(!whole);
    if (whole && !pending) onAsk(village);
  }

  return (
    <Card title={t("nearTitle")} sub={t("nearSub")}>
      <form
        noValidate
        method="post"
        onSubmit={submit}
        onKeyDown={deskKeys}
        className="grid items-start gap-3 sm:grid-cols-[1fr_8rem_auto]"
      >
        <Select
          name="nearSubdistrict"
          label={t("nearSubdistrict")}
          choices={subdistricts.map(namedWithDistrict)}
          value={subdistrictCode}
          onChange={(event) => setSubdistrict(event.target.value)}
          error={missing && t("nearMissing")}
        />
        <Field
          name="nearMoo"
          label={t("nearMoo")}
          inputMode="numeric"
          autoComplete="off"
          value={moo}
          onChange={(event) => setMoo(event.target.value)}
        />
        <Button type="submit" tone="secondary" pending={pending} className="sm:mt-8">
          {t("nearVerb")}
        </Button>
      </form>
    </Card>
  );
}
