import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readInquiryFilter } from "@/domain/inquiry";
import { mayEver } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { listInquiries } from "@/server/inquiries/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { InquiriesView } from "./inquiries-view";

export async function generateMetadata() {
  return { title: (await getTranslations("inquiries"))("title") };
}

export default async function InquiriesPage({ searchParams }: PageProps<"/inquiries">) {
  const [values, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "inquiry.read")) notFound();
  const filter = readInquiryFilter(values);
  const { inquiries, districts } = await scoped(actor, async (scope) => ({
    inquiries: await listInquiries(scope, filter),
    districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
  }));
  return (
    <InquiriesView inquiries={inquiries} filter={filter} districts={districts} role={actor.role} />
  );
}
