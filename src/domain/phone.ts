/** `0600000101` as `06-0000-0101`, `055534119` as `0-5553-4119`, as official letters write them; anything else stays. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(0\d?)(\d{4})(\d{4})$/, "$1-$2-$3");
}
