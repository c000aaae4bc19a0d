import type { RuleSet } from "@/domain/rules/rule-set";

/**
 * The same function, which works its answer out once for each rule set and key: a nation is decided by some dozens of menus
 * and reasons. The answer is shared, so nobody may change it.
 */
export function onceForEach<Key extends readonly string[], Value>(
  make: (rules: RuleSet, ...key: Key) => Value,
): (rules: RuleSet, ...key: Key) => Value {
  const made = new WeakMap<RuleSet, Map<string, Value>>();
  return (rules, ...key) => {
    const ofSet = made.get(rules) ?? new Map<string, Value>();
    made.set(rules, ofSet);
    const name = key.join(" ");
    const value = ofSet.get(name) ?? make(rules, ...key);
    ofSet.set(name, value);
    return value;
  };
}
