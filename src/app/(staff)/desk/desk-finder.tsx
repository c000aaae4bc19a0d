"use client";

import type { ComponentProps } from "react";
import { Finder } from "@/app/finder/finder";
import { RegisterOffer } from "@/app/register/register-person";
import type { AreaChoice } from "@/domain/areas";

type Props = Pick<ComponentProps<typeof Finder>, "hint" | "subdistricts"> & {
  /** The desk that is open here; null where none is. */
  deskId: string | null;
  /** Where a person may live who is registered here: the whole province. */
  provinceSubdistricts: readonly AreaChoice[];
  incomeYear: string;
};

/** The finder of a desk: an ID is searched in the whole province, and a person on no list can be registered. */
export function DeskFinder({ deskId, provinceSubdistricts, incomeYear, ...props }: Props) {
  return (
    <Finder
      {...props}
      personHref="/desk/holders"
      atDesk
      whenNobody={(words) => (
        <RegisterOffer
          key={`register ${words}`}
          words={words}
          deskId={deskId}
          subdistricts={provinceSubdistricts}
          incomeYear={incomeYear}
          personHref="/desk/holders"
          // Their answer is the next form of the same visit; without a desk there is none.
          registeredHref={deskId ? "/desk/holders" : "/registrations"}
        />
      )}
    />
  );
}
