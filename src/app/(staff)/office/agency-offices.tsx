import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { PhoneLink } from "@/app/parts/phone-link";
import { projectAgencies } from "@/domain/agencies";
import type { AgencyOffice } from "@/server/offices/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";

type Props = {
  offices: readonly AgencyOffice[];
  /** The agency whose form is open. */
  chosen: string;
};

/** The heads of the agencies in the province: proposed, or as the province confirmed them. */
export function AgencyOffices({ offices, chosen }: Props) {
  const t = useTranslations("papers");
  const open = offices.find(({ agency }) => agency === chosen);
  return (
    <>
      {open && <AgencyForm office={open} />}
      <Card title={t("agenciesTitle")} sub={t("agenciesSub")}>
        <DataTable
          caption={t("agenciesTitle")}
          captionHidden
          rows={offices}
          rowKey={({ agency }) => agency}
          columns={[
            {
              key: "agency",
              header: t("agency"),
              cell: ({ agency }) => projectAgencies[agency].full,
            },
            { key: "head", header: t("head"), cell: ({ head }) => head },
            {
              key: "phone",
              header: t("telephone"),
              cell: ({ phone }) => (phone ? <PhoneLink number={phone} /> : "–"),
            },
            {
              key: "state",
              header: t("state"),
              cell: ({ confirmed }) => (
                <Tag tone={confirmed ? "done" : "due"}>
                  {t(confirmed ? "confirmed" : "proposed")}
                </Tag>
              ),
            },
            {
              key: "open",
              header: <span className="sr-only">{t("agencyEdit")}</span>,
              align: "end",
              cell: ({ agency }) => (
                <Link
                  href={`/office?agency=${agency}`}
                  className="inline-flex min-h-12 items-center"
                  aria-label={`${t("agencyEdit")} ${projectAgencies[agency].full}`}
                >
                  {t("agencyEdit")}
                </Link>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}

function AgencyForm({ office }: { office: AgencyOffice }) {
  const t = useTranslations("papers");
  return (
    <div className="max-w-form">
      <Card title={projectAgencies[office.agency].full}>
        <CommandForm
          key={office.agency}
          name="agency-"
          command="keepAgencyOffice"
          fixed={{ agency: office.agency }}
          fields={[
            { name: "head", kind: "text", label: t("agencyHead"), initial: office.head },
            {
              name: "address",
              kind: "text",
              label: t("agencyAddress"),
              initial: office.address ?? "",
            },
            { name: "phone", kind: "text", label: t("agencyPhone"), initial: office.phone ?? "" },
          ]}
          submit={t("agencySave")}
          then="/office"
        />
      </Card>
    </div>
  );
}
