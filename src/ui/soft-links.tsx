"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";

/** Follows the links of the product within the page; until this has run, and without a script, the browser loads the next page. */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      const go = link.dataset.replace ? router.replace : router.push;
      const address = link.pathname + link.search + link.hash;
      startTransition(() => go(address, { scroll: !link.dataset.keepScroll }));
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

/** The link that was pressed, if it leads to another page here; with a key held the browser opens it elsewhere. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey)
    return null;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  return link && isPage(link) ? link : null;
}

/** Not a telephone, a file, another window or a place on this very page. */
function isPage(link: HTMLAnchorElement): boolean {
  const { origin, pathname, search, hash, target } = link;
  if (
    origin !== location.origin ||
    pathname.startsWith("/api/") ||
    target ||
    link.hasAttribute("download")
  )
    return false;
  const isHere = pathname === location.pathname && search === location.search;
  return !(isHere && hash);
}
