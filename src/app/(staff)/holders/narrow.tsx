import { useTranslations } from "next-intl";
import { type HolderFilter, holderFilterKeys, planningGroups } from "@/domain/holder-filter";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";

type Choice = { value: string; label: string };
type Props = {
  filter: HolderFilter;
  subdistricts: readonly Choice[];
  officers: readonly Choice[];
};

/** What the form asks for. */
const asked: readonly (keyof HolderFilter)[] = ["subdistrict", "moo", "group", "officer"];

/** Filters for assigning: subdistrict, village, occupation group, officer. It keeps its values in the address. */
export function Narrow({ filter, subdistricts, officers }: Props) {
  const t = useTranslations("caseload");
  const words = useTranslations("words");
  const kept = holderFilterKeys.filter((key) => !asked.includes(key) && filter[key] !== undefined);
  const any = t("narrowAny");
  // Whoever looks at those who wait to be given out is about to choose by village or group.
  const open = [...asked, "withoutOfficer" as const].some((key) => filter[key] !== undefined);
  return (
    <div data-screen-only className="mb-3">
      <Disclosure summary={t("narrow")} open={open}>
        <form action="/holders" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
          {kept.map((key) => (
            <input key={key} type="hidden" name={key} value={String(filter[key])} />
          ))}
          <Select
            name="subdistrict"
            label={t("narrowSubdistrict")}
            placeholder={any}
            choices={subdistricts}
            defaultValue={filter.subdistrict ?? ""}
          />
          <Field
            name="moo"
            label={t("narrowMoo")}
            inputMode="numeric"
            defaultValue={filter.moo ?? ""}
          />
          <Select
            name="group"
            label={t("narrowGroup")}
            placeholder={any}
            choices={planningGroups.map((group) => ({
              value: group,
              label: words(`group_${group}`),
            }))}
            defaultValue={filter.group ?? ""}
          />
          <Select
            name="officer"
            label={t("narrowOfficer")}
            placeholder={any}
            choices={[{ value: "none", label: t("nobody") }, ...officers]}
            defaultValue={filter.officer ?? ""}
          />
          <Button type="submit" tone="secondary">
            {t("narrowShow")}
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}
