"use client";

import { IntlProvider, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Messages } from "../chosen";
import { locale, timeZone } from "../locale";

export type Around = { children: ReactNode };
type Props = Around & { messages: Partial<Messages> };

/** What this folder gives comes with the scripts, once, and never in a page. */
export function BaseProvider({ messages, children }: Props) {
  return (
    <IntlProvider locale={locale} timeZone={timeZone} messages={messages}>
      {children}
    </IntlProvider>
  );
}

/** The messages of an area's client components, beside those around it. */
export function AreaProvider({ messages, children }: Props) {
  const around = useMessages();
  const all = useMemo(() => ({ ...around, ...messages }), [around, messages]);
  return <BaseProvider messages={all}>{children}</BaseProvider>;
}
