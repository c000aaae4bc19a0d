import { Phone } from "lucide-react";
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
  if (!iconOnPhone)
    return (
      <a href={phoneAddress(number)} className="keep figures inline-block underline">
        {words}
      </a>
    );
  return (
    <a
      href={phoneAddress(number)}
      className="keep figures inline-block underline max-md:not-print:flex max-md:not-print:size-12 max-md:not-print:items-center max-md:not-print:justify-center"
    >
      <Phone aria-hidden size={22} className="md:hidden print:hidden" />
      <span className="max-md:not-print:sr-only">{words}</span>
    </a>
  );
}
