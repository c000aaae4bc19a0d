"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Link } from "@/ui/link";

/** The way to the search page; Ctrl K (or ⌘ K) opens it from anywhere. */
export function SearchLink({ href, label }: { href: string; label: string }) {
  const t = useTranslations("kit");
  const router = useRouter();

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      router.push(href);
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [href, router]);

  return (
    <Link
      href={href}
      className="inline-flex min-h-12 items-center keep gap-2 rounded-tag text-sm text-white hover:bg-white/15 lg:px-3"
    >
      <Search aria-hidden size={20} className="shrink-0" />
      <span>{label}</span>
      <kbd className="font-sans max-lg:hidden">{t("pressToSearch")}</kbd>
    </Link>
  );
}
