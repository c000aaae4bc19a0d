import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listDelegations } from "@/server/delegations/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { OrdersView } from "./orders-view";

export async function generateMetadata() {
  return { title: (await getTranslations("orders"))("title") };
}

/** A head's orders for their staff; staff see their own. */
export default async function OrdersPage() {
  const delegations = await scoped(await requireActor(), listDelegations);
  if (!delegations) notFound();
  return <OrdersView delegations={delegations} />;
}
