import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ExportList } from "@/domain/export-order";
import { mayEver, type Role } from "@/domain/policy";
import { LinkButton } from "@/ui/link-button";

type Props = {
  list: ExportList;
  /** The filters of the screen, as they are in its address. */
  filter?: Readonly<Record<string, string | number | null | undefined>>;
  role: Role;
};

/** The link that orders a file of what the screen shows; not shown to those who may not export. */
export function ExportLink({ list, filter = {}, role }: Props) {
  const t = useTranslations("exports");
  if (!mayEver({ role }, "export.request")) return null;
  const parts = Object.entries(filter).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [[key, String(value)]],
  );
  return (
    // On a phone the work comes first; files are ordered from ส่งออก in the menu.
    <span className="contents max-sm:hidden">
      <LinkButton
        tone="secondary"
        icon={Download}
        href={`/exports?${new URLSearchParams([["list", list], ...parts])}`}
      >
        {t("link")}
      </LinkButton>
    </span>
  );
}
