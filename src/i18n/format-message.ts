import formatCompiled from "use-intl/format-message/format-only";

/**
 * Formats a compiled message; the build puts it in the place of next-intl's. A message that says nothing comes from there as an
 * empty list, which next-intl takes for a fault and shows the message's key.
 */
export default function formatMessage(...given: Parameters<typeof formatCompiled>) {
  const said = formatCompiled(...given);
  return Array.isArray(said) && said.length === 0 ? "" : said;
}
formatMessage.raw = formatCompiled.raw;
