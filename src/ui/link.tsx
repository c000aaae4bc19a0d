import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"a">, "href"> & {
  href: string;
  /** The page stays where it was scrolled to. */
  keepScroll?: boolean;
  /** Back does not return to the page on which it was pressed. */
  replace?: boolean;
};

/**
 * A link to another page of the product. It is the browser's own, so that a list of hundreds costs neither server nor phone a
 * component each; `SoftLinks` follows all of them without loading the frame anew.
 */
export function Link({ keepScroll, replace, ...rest }: Props) {
  return (
    <a {...rest} data-keep-scroll={keepScroll || undefined} data-replace={replace || undefined} />
  );
}
