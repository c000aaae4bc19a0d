import { useTranslations } from "next-intl";
import { ProjectGuideText } from "@/app/parts/project-guide";
import type { Writing } from "@/server/project-guides/queries";
import { Disclosure } from "@/ui/disclosure";

/** What was written before, and by whom. */
export function Writings({ writings }: { writings: readonly Writing[] }) {
  const t = useTranslations("catalogue");
  if (writings.length === 0) return null;
  return (
    <div className="mt-5">
      <Disclosure summary={t("guideHistory")}>
        <ol className="flex flex-col gap-4">
          {writings.map((writing) => (
            <li key={writing.id}>
              <ProjectGuideText
                guide={{ ...writing, gives: writing.gives || t("guideTakenBack") }}
              />
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}
