"use client";

import { DoorOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import { useRefusalWords } from "@/app/intent/messages";
import { Trouble } from "@/app/intent/trouble";
import { Button } from "@/ui/button";

type Props = { places: readonly { id: string; name: string }[]; main: boolean };

/** The announced places that can be opened today, each with its button. */
export function OpenDeskForm({ places, main }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);
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
            <OpenButton place={{ id, name }} main={main} onTrouble={setTrouble} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type ButtonProps = {
  place: { id: string; name: string };
  main: boolean;
  onTrouble: (words: string | null) => void;
};

/** Each place has its own sender: opening another place is another change. */
function OpenButton({ place: { id, name }, main, onTrouble }: ButtonProps) {
  const t = useTranslations("desk");
  const router = useRouter();
  const refusalWords = useRefusalWords();
  const { send, pending } = useCommand("openDesk");

  async function open() {
    const sent = await send({ placeId: id });
    // If a colleague opened it a moment ago, that is fine too.
    if (sent.ok || sent.code === "ALREADY_RECORDED") router.refresh();
    else onTrouble(refusalWords(sent));
  }
  return (
    <Button
      tone={main ? "primary" : "secondary"}
      icon={DoorOpen}
      pending={pending}
      aria-label={`${t("openVerb")} ${name}`}
      onClick={() => void open()}
    >
      {t("openVerb")}
    </Button>
  );
}
