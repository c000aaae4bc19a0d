import { useTranslations } from "next-intl";
import type { ProjectGuide } from "@/domain/project-guide";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { PhoneLink } from "./phone-link";

/** What a project gives, as the province has written it, and who wrote it when. */
export function ProjectGuideText({ guide }: { guide: ProjectGuide }) {
  const t = useTranslations("catalogue");
  const { gives, office, phone, writtenBy, writtenOn } = guide;
  return (
    <div className="flex flex-col gap-0.5">
      <p className="whitespace-pre-line text-ink">{gives}</p>
      {(office || phone) && (
        <p className="text-ink">
          {office && `${t("guideOffice", { office })} `}
          {phone && <PhoneLink number={phone} />}
        </p>
      )}
      <p className="text-sm text-soft">
        {t("guideBy", { name: writtenBy, date: formatThaiDateShort(writtenOn) })}
      </p>
    </div>
  );
}
