"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ChoiceList } from "@/ui/choice-list";
import { deskCookie } from "./desk-cookie";

type Props = { desks: readonly { id: string; placeName: string }[]; chosen: string };

/** Where several desks are open on one day, the officer says once at which one they sit. */
export function DeskChoice({ desks, chosen }: Props) {
  const t = useTranslations("desk");
  const router = useRouter();
  function choose(id: string) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser of a district office
    document.cookie = `${deskCookie}=${id}; path=/; max-age=43200; samesite=lax`;
    router.refresh();
  }
  return (
    <ChoiceList
      name="desk"
      legend={t("chooseDesk")}
      columns={2}
      choices={desks.map(({ id, placeName }) => ({ value: id, label: placeName }))}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    />
  );
}
