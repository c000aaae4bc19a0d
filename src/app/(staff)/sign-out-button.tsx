"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { signOutClass } from "@/ui/shell";

/** Ends the session on the server, then loads the sign-in page; at a station, the page with its officers' names. */
export function SignOutButton({ station = false }: { station?: boolean }) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      className={signOutClass}
      onClick={() => void leave(station ? "/station" : "/sign-in")}
    >
      <LogOut aria-hidden size={20} />
      {t(station ? "switchOfficer" : "signOut")}
    </button>
  );
}

/** Loaded when it is pressed: every page has the button, and few days more than one press. */
async function leave(callbackUrl: string) {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl });
}
