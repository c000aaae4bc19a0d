"use client";

import { type ComponentProps, useState } from "react";
import { Finder } from "@/app/finder/finder";
import { RegisterOffer, RegisterPerson } from "@/app/register/register-person";
import type { AreaChoice } from "@/domain/areas";

type Props = Pick<ComponentProps<typeof Finder>, "hint" | "subdistricts"> & {
  /** The desk that is open here; null where none is. */
  deskId: string | null;
  /** Where a person may live who is registered here: the whole province, the own district first. */
  provinceSubdistricts: readonly AreaChoice[];
  incomeYear: string;
};

/**
 * The finder of a desk: an ID is searched in the whole province, and a person on no list can be registered. Registering
 * takes the finder's place: one thing at a time on a phone.
 */
export function DeskFinder({ deskId, provinceSubdistricts, incomeYear, ...props }: Props) {
  const [sought, setSought] = useState("");
  const [registering, setRegistering] = useState(false);
  if (registering)
    return (
      <RegisterPerson
        words={sought}
        deskId={deskId}
        subdistricts={provinceSubdistricts}
        village={props.subdistricts}
        incomeYear={incomeYear}
        personHref="/desk/holders"
        // Their answer is the next form of the same visit; without a desk there is none.
        registeredHref={deskId ? "/desk/holders" : "/registrations"}
        onLeave={() => setRegistering(false)}
      />
    );
  return (
    <Finder
      {...props}
      words={sought}
      personHref="/desk/holders"
      atDesk
      whenNobody={(words) => (
        <RegisterOffer
          onOpen={() => {
            setSought(words);
            setRegistering(true);
          }}
        />
      )}
    />
  );
}
