"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { IsoDate } from "@/domain/calendar";
import { type FaultWords, type FaultWordsBySet, faultWordsOn } from "@/domain/rules/fault-words";

type Given = { bySet: FaultWordsBySet; today: IsoDate };

const Context = createContext<Given | null>(null);

/** Hands to the forms of a page what the rules of a day are called. */
export function RulesInWords({ children, ...given }: Given & { children: ReactNode }) {
  return <Context.Provider value={given}>{children}</Context.Provider>;
}

const nothing: FaultWords = { measureFrom: "", incomeCeiling: "", walkIn: "" };

/** What the sentences about a wrong field say of the rules of a day, of today where a form asks for none. */
export function useRulesInWords(): (day?: IsoDate) => FaultWords {
  const given = useContext(Context);
  // Outside the pages of officers, at a bearer's link, no field is judged by the rules.
  return (day) => (given && faultWordsOn(given.bySet, day || given.today)) ?? nothing;
}
