import { useTranslations } from "next-intl";
import { type PaperClasses, secrecies, speeds } from "@/domain/official-paper";

/** The classes of speed and secrecy, as whoever signs a paper chooses them; `usual`: what is proposed. */
export function useClassFields(usual: PaperClasses = { speed: "none", secrecy: "none" }) {
  const t = useTranslations("papers");
  return [
    {
      name: "speed",
      kind: "select",
      label: t("speed"),
      initial: usual.speed,
      choices: speeds.map((value) => ({ value, label: t(`speed_${value}`) })),
    },
    {
      name: "secrecy",
      kind: "select",
      label: t("secrecy"),
      initial: usual.secrecy,
      choices: secrecies.map((value) => ({ value, label: t(`secrecy_${value}`) })),
    },
  ] as const;
}
