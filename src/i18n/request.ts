import { getRequestConfig } from "next-intl/server";
import { th } from "./th";

/** One language for now and none in the address; all times are said as in Bangkok. */
export default getRequestConfig(async () => ({
  locale: "th",
  messages: th,
  timeZone: "Asia/Bangkok",
}));
