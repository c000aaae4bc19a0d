import { useTranslations } from "next-intl";
import type { DelegationKind } from "@/domain/delegation";
import { formatThaiDate } from "@/domain/thai-dates";

type Props = {
  /** Who did it. */
  by: { name: string; position: string };
  /** Whose work it is. */
  head: "governor" | "district_chief";
  /** The order under which it was done; null if the heads did it themselves. */
  order: { kind: DelegationKind; number: string; on: string } | null;
};

/** "ปลัดอำเภอ … ปฏิบัติราชการแทนนายอำเภอ ตามคำสั่งที่ …", or the head's own name: every record shows in this way who decided. */
export function DoneForHead({ by, head, order }: Props) {
  const t = useTranslations("orders");
  const words = useTranslations("words");
  if (!order) return <>{t("doneByHead", by)}</>;
  return (
    <>
      {t("doneForHead", {
        ...by,
        head: words(`role_${head}`),
        kind: order.kind,
        number: order.number,
        date: formatThaiDate(order.on),
      })}
    </>
  );
}
