/** Statements that have a name at most, and how often one is asked before it gets one: those of lists differ with their filters. */
const most = 200;
const often = 3;
/** Statements without a name that are remembered, to count how often they come. */
const remembered = 2_000;

const asked = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a statement that comes again and again on a connection, so that it reads it once; ""
 * for the others. Row security holds: PostgreSQL reads a statement anew when the role has changed.
 */
export function statementName({ sql }: { sql: string }): string {
  const name = names.get(sql);
  if (name !== undefined) return name;
  if (names.size === most) return "";
  const times = (asked.get(sql) ?? 0) + 1;
  if (times < often) {
    if (asked.size === remembered) asked.clear();
    asked.set(sql, times);
    return "";
  }
  asked.delete(sql);
  const given = `s${names.size + 1}`;
  names.set(sql, given);
  return given;
}
