import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { projectAgencies } from "@/domain/agencies";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { CapacityRow } from "@/server/capacities/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";

type Props = {
  capacities: readonly CapacityRow[];
  projects: readonly { value: string; label: string }[];
  /** Code → name; undefined for an agency's officer, who sees one agency only. */
  districts: Record<string, string>;
  today: string;
  role: Role;
};

/** Places and waiting lists of the agency's projects, or of all of the province. */
export function CapacitiesView({ capacities, projects, districts, today, role }: Props) {
  const t = useTranslations("referrals");
  const places = capacities.reduce((sum, row) => sum + row.places, 0);
  const taken = capacities.reduce((sum, row) => sum + row.taken, 0);
  return (
    <div className="max-w-[52rem]">
      <PageHeading
        title={places > 0 ? t("placesTitle", { left: places - taken, places }) : t("placesNone")}
        sub={t("placesSub")}
      />
      <div className="grid gap-5">
        {capacities.map((row) => (
          <CapacityCard key={row.id} row={row} role={role} />
        ))}
        <Card title={t("setCapacity")}>
          <CommandForm
            name="set"
            command="setCapacity"
            fields={[
              { name: "project", kind: "select", label: t("placesProject"), choices: projects },
              ...(role === "provincial_officer"
                ? [
                    {
                      name: "agency" as const,
                      kind: "select" as const,
                      label: t("placesAgency"),
                      choices: Object.entries(projectAgencies).map(([value, { full }]) => ({
                        value,
                        label: full,
                      })),
                    },
                  ]
                : []),
              ...(Object.keys(districts).length > 0
                ? [
                    {
                      name: "districtCode" as const,
                      kind: "select" as const,
                      label: t("placesDistrict"),
                      hint: t("placesDistrictHint"),
                      choices: Object.entries(districts).map(([value, label]) => ({
                        value,
                        label,
                      })),
                    },
                  ]
                : []),
              { name: "places", kind: "number", label: t("placesNumber") },
              { name: "fromOn", kind: "date", label: t("placesFrom"), initial: today },
              { name: "untilOn", kind: "date", label: t("placesUntil") },
              { name: "note", kind: "text", label: t("placesNote") },
            ]}
            submit={t("placesSave")}
          />
        </Card>
      </div>
    </div>
  );
}

function CapacityCard({ row, role }: { row: CapacityRow; role: Role }) {
  const t = useTranslations("referrals");
  const words = useTranslations("words");
  const left = row.places - row.taken;
  return (
    <Card
      title={row.projectName}
      sub={`${projectAgencies[row.agency].short} · ${
        row.district ? words("district", { name: row.district }) : t("placesWhole")
      } · ${t("placesPeriod", {
        from: formatThaiDateShort(row.fromOn),
        until: formatThaiDateShort(row.untilOn),
      })}`}
      actions={
        <Tag tone={left > 0 ? "done" : "late"}>
          {left > 0 ? t("placesLeft", { left }) : t("placesFull")}
        </Tag>
      }
    >
      <p>{t("placesOf", { taken: row.taken, places: row.places })}</p>
      {row.waiting > 0 && <p>{t("waitingCount", { count: row.waiting })}</p>}
      {row.next.length > 0 && (
        <div className="mt-3 rounded-card bg-amber-tint p-4">
          <p className="font-semibold">{t("waitingNext")}</p>
          <ol className="mb-3">
            {row.next.map(({ id, holderName, holderPlace }, index) => (
              <li key={id}>
                {t("waitingLine", {
                  number: index + 1,
                  name: holderName ?? "",
                  place: holderPlace ?? "",
                })}
              </li>
            ))}
          </ol>
          {mayEver({ role }, "referral.answer") && (
            <CommandForm
              name={`next-${row.id}`}
              command="answerReferrals"
              fixed={{ chosen: { ids: row.next.slice(0, 1).map(({ id }) => id) }, step: "accept" }}
              fields={[]}
              submit={t("takeNext")}
              tone="secondary"
            />
          )}
        </div>
      )}
      <Disclosure summary={t("placesChange")}>
        <CommandForm
          name={`change-${row.id}`}
          command="changeCapacity"
          fixed={{ capacityId: row.id }}
          fields={[
            {
              name: "places",
              kind: "number",
              label: t("placesNumber"),
              initial: String(row.places),
            },
          ]}
          submit={t("placesChange")}
          tone="secondary"
        />
      </Disclosure>
    </Card>
  );
}
