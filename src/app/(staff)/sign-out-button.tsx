"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { signOutClass } from "@/ui/shell";

/** Ends the session on the server, then loads the sign-in page anew. */
export function SignOutButton() {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      className={signOutClass}
      onClick={() => void signOut({ callbackUrl: "/sign-in" })}
    >
      <LogOut aria-hidden size={20} />
      {t("signOut")}
    </button>
  );
}
