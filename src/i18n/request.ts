import { getRequestConfig } from "next-intl/server";
import { chosen } from "./chosen";

/** What screens say, in the language of this installation. */
export default getRequestConfig(async () => chosen);
