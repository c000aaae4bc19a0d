import { useTranslations } from "next-intl";

/** The garuda of an office (`PaperFile`), 3 cm high or, on a memo, 1.5 cm. */
export function GarudaImage({ id, className }: { id: string; className: string }) {
  const t = useTranslations("papers");
  return (
    // biome-ignore lint/performance/noImgElement: a private file of the office, which no image service may keep
    <img src={`/api/papers/file?id=${id}`} alt={t("garudaAlt")} className={`w-auto ${className}`} />
  );
}
