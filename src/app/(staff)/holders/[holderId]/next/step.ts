import type { useTranslations } from "next-intl";
import type { Role } from "@/domain/policy";
import type { Casework } from "@/server/holders/casework";
import type { HolderView } from "@/server/holders/queries";

export type StepLink = { href: string; label: string };

/** What must be done next for a person, and the one button for it where the reader may do it. */
export type Step = {
  text: string;
  urgent: boolean;
  action?: StepLink;
  /** A second way: not the main action. */
  other?: StepLink;
};

export type StepContext = {
  holder: HolderView;
  casework: Casework;
  role: Role;
  /** The reader. */
  actorId: string;
  /** The programme date, ISO. */
  today: string;
  /** All messages: a noun keeps its words in its own subject. */
  t: ReturnType<typeof useTranslations<never>>;
};

/** One thing that may have to be done, or null where there is nothing of it. Registered in `steps.ts`. */
export type StepSource = (context: StepContext) => Step | null;
