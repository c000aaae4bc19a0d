import { z } from "zod";
import type { FaultKey } from "@/domain/fault";
import { requiredDay, requiredName, requiredNumberOfPaper } from "@/domain/fields";

/** On what the Ministry's list arrived. */
export const deliveryMedia = ["disc", "drive", "download", "email", "other"] as const;
export type DeliveryMedium = (typeof deliveryMedia)[number];

/** What is known of a delivery: the Ministry's letter, the day, from whom, on what. */
export const deliveryFields = {
  letterNumber: requiredNumberOfPaper(60),
  letterOn: requiredDay,
  receivedOn: requiredDay,
  receivedFrom: requiredName(160),
  medium: z.enum(deliveryMedia, { error: "choose" }),
};
export const delivery = z.strictObject(deliveryFields);
export type Delivery = z.output<typeof delivery>;

/** What is wrong with its days: a letter is not younger than its arrival, nothing arrives tomorrow. */
export function deliveryFaults(
  { letterOn, receivedOn }: Pick<Delivery, "letterOn" | "receivedOn">,
  today: string,
): Partial<Record<keyof Delivery, FaultKey>> | null {
  if (receivedOn > today) return { receivedOn: "future" };
  if (letterOn > receivedOn) return { receivedOn: "beforeLetter" };
  return null;
}
