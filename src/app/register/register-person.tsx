"use client";

import { UserRoundPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AreaChoice } from "@/domain/areas";
import { Button } from "@/ui/button";
import { RegisterForm } from "./register-form";
import { RegisterSearch, type Sought } from "./register-search";

type Props = {
  /** What was searched for already: an ID or a name. */
  words?: string;
  /** Where the person may live. */
  subdistricts: readonly AreaChoice[];
  /** The subdistricts in whose villages the reader may look for near names. */
  village: readonly AreaChoice[];
  /** The year whose income the measure asks for: 2559. */
  incomeYear: string;
  /** The open desk; null: at the office. */
  deskId: string | null;
  /** The page of a person who is found after all. */
  personHref: string;
  /** Whether answers to the measure are taken today: then the form of the answer follows in the same visit. */
  inWindow: boolean;
  /** Back to where the registering began, where that is on the same page. */
  onLeave?: () => void;
};

/** Registering a holder: search first, by the whole ID, then by near names and the household; then the form. */
export function RegisterPerson(props: Props) {
  const { words = "", subdistricts, village, incomeYear, deskId, inWindow, ...rest } = props;
  const router = useRouter();
  const [sought, setSought] = useState<Sought | null>(null);
  const [registering, setRegistering] = useState(false);
  if (sought && registering)
    return (
      <RegisterForm
        sought={sought}
        subdistricts={subdistricts}
        incomeYear={incomeYear}
        deskId={deskId}
        onBack={() => setRegistering(false)}
        onDone={(id) => router.push(nextOf(id, { deskId, inWindow }))}
      />
    );
  return (
    <RegisterSearch
      words={words}
      before={sought}
      subdistricts={subdistricts}
      village={village}
      personHref={rest.personHref}
      onSought={setSought}
      onRegister={() => setRegistering(true)}
      onLeave={rest.onLeave}
    />
  );
}

/** Their answer is the next form of the same visit: at an open desk the desk's, else the office's. */
function nextOf(id: string, { deskId, inWindow }: Pick<Props, "deskId" | "inWindow">): string {
  if (!inWindow) return `/registrations/${id}`;
  return deskId ? `/desk/holders/${id}` : `/registrations/${id}/answer`;
}

/** Offered after a search that found nobody. */
export function RegisterOffer({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations("registrations");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button tone="secondary" icon={UserRoundPlus} onClick={onOpen}>
        {t("open")}
      </Button>
      <span className="text-soft">{t("openHint")}</span>
    </div>
  );
}
