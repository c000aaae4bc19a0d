import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { formatThaiTime } from "@/domain/thai-dates";
import type { Station } from "@/server/stations/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Tag } from "@/ui/tag";
import { StationButton } from "./station-button";

type Props = {
  station: Station;
  /** This computer. */
  here: boolean;
  others: readonly { id: string; name: string }[];
};

/** One station of today: its officers and the way to the PIN of each, one more officer, its end. */
export async function StationCard({ station, here, others }: Props) {
  const t = await getTranslations("station");
  const { id, placeName, openedAt, officers } = station;
  return (
    <Card
      title={placeName}
      sub={t("openedAt", { time: formatThaiTime(openedAt) })}
      actions={here && <Tag tone="selected">{t("here")}</Tag>}
    >
      <h3 className="mb-1 text-base font-semibold">{t("pins")}</h3>
      <ul className="divide-y divide-line">
        {officers.map((officer) => (
          <li
            key={officer.id}
            data-keep-together
            className="flex flex-wrap items-center justify-between gap-x-4 py-2"
          >
            <span>{officer.name}</span>
            <span className="flex items-center gap-3">
              {officer.locked ? (
                <Tag tone="late">{t("locked")}</Tag>
              ) : officer.shown ? (
                <span className="text-soft">{t("slipGone")}</span>
              ) : (
                <Link
                  href={`/desk/station?station=${id}&of=${officer.id}`}
                  className="inline-flex min-h-12 items-center"
                  aria-label={t("slipOf", { name: officer.name })}
                >
                  {t("slip")}
                </Link>
              )}
              <StationButton
                command="issuePin"
                input={{ stationId: id, officerId: officer.id }}
                label={t("newPin")}
                name={t("newPinFor", { name: officer.name })}
              />
            </span>
          </li>
        ))}
      </ul>
      {here && (
        <div data-screen-only className="mt-4">
          <LinkButton href="/station">{t("start")}</LinkButton>
        </div>
      )}
      {others.length > 0 && (
        <div data-screen-only className="mt-5">
          <CommandForm
            name={id}
            command="issuePin"
            fixed={{ stationId: id }}
            fields={[
              {
                name: "officerId",
                kind: "select",
                label: t("addOfficer"),
                choices: others.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]}
            submit={t("addOfficer")}
            tone="secondary"
          />
        </div>
      )}
      <div data-screen-only className="-ml-5 mt-3">
        <StationButton
          command="closeStation"
          input={{ stationId: id }}
          label={t("close")}
          name={t("closeSure", { place: placeName })}
        />
      </div>
    </Card>
  );
}
