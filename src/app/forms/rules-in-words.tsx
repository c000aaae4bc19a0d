"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { IsoDate } from "@/domain/calendar";
import { type FaultWords, type FaultWordsBySet, faultWordsOn } from "@/domain/rules/fault-words";

type Given = { bySet: FaultWordsBySet; today: IsoDate; holidays: readonly IsoDate[] };

const Context = createContext<Given | null>(null);

/** Hands to the forms of a page what the rules of a day are called. */
export function RulesInWords({ children, ...given }: Given & { children: ReactNode }) {
  return <Context.Provider value={given}>{children}</Context.Provider>;
}

const nothing: FaultWords = { measureFrom: "", incomeCeiling: "", walkIn: "" };

/** Whether a day that is still to come is a public holiday: somebody who plans for it is told so, not refused. */
export function useHolidays(): (day: IsoDate) => boolean {
  const given = useContext(Context);
  return (day) => given !== null && day >= given.today && given.holidays.includes(day);
}

/** What the sentences about a wrong field say of the rules of a day, of today where a form asks for none. */
export function useRulesInWords(): (day?: IsoDate) => FaultWords {
  const given = useContext(Context);
  // Outside the pages of officers, at a bearer's link, no field is judged by the rules.
  return (day) => (given && faultWordsOn(given.bySet, day || given.today)) ?? nothing;
}
