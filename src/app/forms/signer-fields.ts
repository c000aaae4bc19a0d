import { useTranslations } from "next-intl";
import { capacities } from "@/domain/official-paper";

/**
 * Who signed a paper: the name, in which capacity, and the post of whoever signed for the head.
 * @param signer the name that is proposed
 */
export function useSignerFields(signer: string) {
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
      when: { field: "capacity", is: ["acting", "caretaker"] },
    },
  ] as const;
}

/**
 * The questions of "ลงนามในแฟ้มแล้ว" (domain/official-paper `fileSignatureFields`): who signed, and on which day. A form that
 * asks them under an answer of its own shows them all under that answer.
 */
export function useFileSignatureFields(signer: string) {
  const t = useTranslations("papers");
  return [
    ...useSignerFields(signer),
    { name: "signedOn", kind: "date", label: t("signedOn") },
  ] as const;
}
