import type { ReactNode } from "react";
import { formatPhone, phoneAddress } from "@/domain/phone";

type Props = {
  number: string;
  /** A square for a finger where rows stand close; its number is still read out, and printed. */
  iconOnPhone?: boolean;
  children?: ReactNode;
};

/** A telephone that is called with one press; every telephone on a screen is one of these. */
export function PhoneLink({ number, iconOnPhone = false, children }: Props) {
  const words = children ?? formatPhone(number);
  return (
    <a
      href={phoneAddress(number)}
      className={iconOnPhone ? "call" : "keep figures inline-block underline"}
    >
      {iconOnPhone ? <span>{words}</span> : words}
    </a>
  );
}
