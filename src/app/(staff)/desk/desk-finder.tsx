"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Finder } from "@/app/finder/finder";
import { RegisterOffer, RegisterPerson } from "@/app/register/register-person";
import { InsteadOfRegistering } from "@/app/register/registering-over";
import type { AreaChoice } from "@/domain/areas";
import { Card } from "@/ui/card";

type Props = Pick<ComponentProps<typeof Finder>, "hint" | "subdistricts"> & {
  /** The desk that is open here; null where none is. */
  deskId: string | null;
  /** Where a person may live who is registered here: the whole province, the own district first. */
  provinceSubdistricts: readonly AreaChoice[];
  incomeYear: string;
  /** Whether answers are taken today. */
  inWindow: boolean;
  /** Whether somebody on no list may be registered today. */
  registers: boolean;
  /** Which desk it is, asked before the search. */
  children: ReactNode;
};

/**
 * The finder of a desk: an ID is searched in the whole province, and a person on no list can be registered. Registering
 * takes the finder's place: one thing at a time on a phone.
 */
export function DeskFinder(props: Props) {
  const { deskId, provinceSubdistricts, incomeYear, inWindow, registers, children, ...finder } =
    props;
  const t = useTranslations("desk");
  const registrations = useTranslations("registrations");
  const [sought, setSought] = useState("");
  const [registering, setRegistering] = useState(false);
  if (registering)
    return (
      <section aria-labelledby="registering">
        <h2 id="registering" className="mb-3 text-lg">
          {registrations("newTitle")}
        </h2>
        <RegisterPerson
          words={sought}
          deskId={deskId}
          subdistricts={provinceSubdistricts}
          village={props.subdistricts}
          incomeYear={incomeYear}
          inWindow={inWindow}
          personHref="/desk/holders"
          onLeave={() => setRegistering(false)}
        />
      </section>
    );
  return (
    <Card title={t("findTitle")}>
      {children}
      <Finder
        {...finder}
        words={sought}
        personHref="/desk/holders"
        atDesk
        whenNobody={(words) =>
          registers ? (
            <RegisterOffer
              onOpen={() => {
                setSought(words);
                setRegistering(true);
              }}
            />
          ) : (
            <InsteadOfRegistering />
          )
        }
      />
    </Card>
  );
}
