import { useTranslations } from "next-intl";
import { capacities } from "@/domain/official-paper";

/**
 * The questions of "ลงนามในแฟ้มแล้ว" (domain/official-paper `fileSignatureFields`).
 * @param signer the name that is proposed
 */
export function useFileSignatureFields(signer: string) {
  const t = useTranslations("papers");
  return [
    { name: "signedBy", kind: "text", label: t("signedBy"), initial: signer },
    {
      name: "capacity",
      kind: "select",
      label: t("capacity"),
      initial: "own",
      choices: capacities.map((value) => ({ value, label: t(`capacity_${value}`) })),
    },
    {
      name: "position",
      kind: "text",
      label: t("signerPosition"),
      hint: t("signerPositionHint"),
    },
    { name: "signedOn", kind: "date", label: t("signedOn") },
  ] as const;
}
