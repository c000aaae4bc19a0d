import type { ReactNode } from "react";
import { formatPhone, phoneAddress } from "@/domain/phone";

/** A telephone that is called with one press; every telephone on a screen is one of these. */
export function PhoneLink({ number, children }: { number: string; children?: ReactNode }) {
  return (
    <a href={phoneAddress(number)} className="keep figures inline-block underline">
      {children ?? formatPhone(number)}
    </a>
  );
}
