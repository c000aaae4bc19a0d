import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import type { listPlaces } from "@/server/places/queries";
import type { listReceivers } from "@/server/receiving/queries";
import { Card } from "@/ui/card";
import { PasteReceivers } from "./paste-receivers";

type Props = {
  places: Awaited<ReturnType<typeof listPlaces>>;
  receivers: Awaited<ReturnType<typeof listReceivers>>;
};

/** To name who receives: chosen from the officers, or pasted as lines. */
export function NamingCards({ places, receivers }: Props) {
  const t = useTranslations("preparation");
  const period: FormField<"nameReceivingOfficers">[] = [
    {
      name: "placeId",
      kind: places.length < 8 ? "choice" : "select",
      label: t("place"),
      choices: places.map(({ id, name }) => ({ value: id, label: name })),
      initial: places.length === 1 ? places[0]?.id : undefined,
    },
    { name: "fromOn", kind: "date", label: t("fromOn"), initial: places[0]?.opensOn },
    { name: "untilOn", kind: "date", label: t("untilOn"), initial: places[0]?.closesOn },
  ];
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title={t("receivingName")}>
        <CommandForm
          command="nameReceivingOfficers"
          fields={[
            ...period,
            {
              name: "officerIds",
              kind: "choices",
              label: t("receivers"),
              choices: receivers.map(({ id, name, position }) => ({
                value: id,
                label: name,
                hint: position,
              })),
            },
          ]}
          submit={t("saveReceiving")}
        />
      </Card>
      <Card title={t("receivingPaste")}>
        <PasteReceivers
          places={places.map(({ id, name, opensOn, closesOn }) => ({
            id,
            name,
            opensOn,
            closesOn,
          }))}
        />
      </Card>
    </div>
  );
}
