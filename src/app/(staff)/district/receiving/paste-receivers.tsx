"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasteForm } from "@/app/forms/paste-form";
import { Select } from "@/ui/select";

type Place = { id: string; name: string; opensOn: string; closesOn: string };

/** New receiving officers for all the days of a place. */
export function PasteReceivers({ places }: { places: readonly Place[] }) {
  const t = useTranslations("officers");
  const words = useTranslations("preparation");
  const [placeId, setPlaceId] = useState(places[0]?.id ?? "");
  const place = places.find(({ id }) => id === placeId);
  if (!place) return null;
  return (
    <PasteForm
      name="receivers"
      command="addReceivingOfficers"
      label={t("pasteReceivers")}
      rows={4}
      longest={10_000}
      mostLines={50}
      inputOf={(lines) => ({
        placeId: place.id,
        fromOn: place.opensOn,
        untilOn: place.closesOn,
        officers: lines.map(({ officer: { name, phone, office } }) => ({ name, phone, office })),
      })}
      account={() => t("accountNew")}
      submit={(count) => t("submitReceivers", { count })}
      tone="secondary"
    >
      <Select
        name="pastePlace"
        label={words("place")}
        value={placeId}
        onChange={({ target }) => setPlaceId(target.value)}
        choices={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </PasteForm>
  );
}
