import type { ReactNode } from "react";
import { telephoneAddress } from "@/domain/telephone";

/** A telephone that is called with one press; every telephone on a screen is one of these. */
export function PhoneLink({ number, children }: { number: string; children?: ReactNode }) {
  return (
    <a href={telephoneAddress(number)} className="keep figures inline-block underline">
      {children ?? number}
    </a>
  );
}
