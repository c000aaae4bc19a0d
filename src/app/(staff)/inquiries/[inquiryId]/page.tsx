import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { can } from "@/domain/policy";
import { viewInquiry } from "@/server/inquiries/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { InquiryPageView } from "./inquiry-page-view";

export async function generateMetadata() {
  return { title: (await getTranslations("inquiries"))("title") };
}

export default async function InquiryPage({ params }: PageProps<"/inquiries/[inquiryId]">) {
  const [{ inquiryId }, actor] = await Promise.all([params, requireActor()]);
  const id = z.uuid().safeParse(inquiryId);
  if (!id.success) notFound();
  const view = await scoped(actor, (scope) => viewInquiry(scope, id.data));
  if (!view) notFound();
  const { inquiry, provinceCode } = view;
  const mayAnswer = can(actor, "inquiry.answer", {
    type: "inquiry",
    id: inquiry.id,
    provinceCode,
    districtCode: inquiry.districtCode,
    ownerId: inquiry.ownerId,
  });
  return <InquiryPageView view={view} mayAnswer={mayAnswer} />;
}
