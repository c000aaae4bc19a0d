import { PhoneLink } from "@/app/parts/phone-link";
import type { DeskDay } from "@/server/places/queries";

/** Chief and secretary of the district, with their telephones. */
export function Openers({ openers }: Pick<DeskDay, "openers">) {
  return (
    <ul className="list-disc pl-6">
      {openers.map(({ id, name, position, phone }) => (
        <li key={id}>
          <span className="keep">{name}</span> {position} {phone && <PhoneLink number={phone} />}
        </li>
      ))}
    </ul>
  );
}
