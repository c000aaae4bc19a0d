import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";
import { UploadForm } from "./upload-form";

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("newImport") };
}

export default async function NewImportPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "import.run")) notFound();
  const t = await getTranslations("imports");
  return (
    <div className="max-w-form">
      <PageHeading eyebrow={t("title")} title={t("uploadTitle")} sub={t("uploadSub")} />
      <UploadForm />
    </div>
  );
}
