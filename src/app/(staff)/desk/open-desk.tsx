"use client";

import { DoorOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { useRefusalWords } from "./messages";
import { Trouble } from "./trouble";
import { useCommand } from "./use-command";

type Props = { places: readonly { id: string; name: string }[]; main: boolean };

/** The announced places that can be opened today, each with its button. */
export function OpenDesk({ places, main }: Props) {
  const t = useTranslations("desk");
  const router = useRouter();
  const refusalWords = useRefusalWords();
  const { send, pending } = useCommand("openDesk");
  const [trouble, setTrouble] = useState<string | null>(null);

  async function open(placeId: string) {
    const sent = await send({ placeId });
    // Opened by a colleague a moment ago is as good as opened here.
    if (sent.ok || sent.code === "ALREADY_RECORDED") router.refresh();
    else setTrouble(refusalWords(sent));
  }

  return (
    <div className="flex flex-col gap-3">
      {trouble && <Trouble>{trouble}</Trouble>}
      <ul className="divide-y divide-line">
        {places.map(({ id, name }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0"
          >
            <span className="font-semibold">{name}</span>
            <Button
              tone={main ? "primary" : "secondary"}
              icon={DoorOpen}
              pending={pending}
              aria-label={`${t("openVerb")} ${name}`}
              onClick={() => void open(id)}
            >
              {t("openVerb")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
