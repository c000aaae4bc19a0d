import { useTranslations } from "next-intl";
import type { HeadRole, NamedOrder } from "@/domain/delegation";
import type { FileSignature } from "@/domain/official-paper";
import { formatThaiDate } from "@/domain/thai-dates";

type Props = {
  /** Who did it, or recorded the signature. */
  by: { name: string; position: string };
  /** Whose work it is. */
  head: HeadRole;
  /** The order under which it was done; null if the heads did it themselves. */
  order: NamedOrder | null;
  /** Who signed it on paper, where that was recorded. */
  inFile?: FileSignature | null;
};

/** "ปลัดอำเภอ … ปฏิบัติราชการแทนนายอำเภอ ตามคำสั่งที่ …", or the head's own name: every record shows in this way who decided. */
export function DoneForHead({ by, head, order, inFile }: Props) {
  const t = useTranslations("orders");
  if (inFile) {
    const { name, position, capacity, on } = inFile;
    const signer = { name, position: position ?? "", capacity, head, date: formatThaiDate(on) };
    return <>{t("signedInFile", { ...signer, by: by.name })}</>;
  }
  if (!order) return <>{t("doneByHead", by)}</>;
  const { kind, number, on } = order;
  return <>{t("doneForHead", { ...by, head, kind, number, date: formatThaiDate(on) })}</>;
}
