"use client";

import { areaMaps } from "../th/area-maps";
import { AreaProvider, type Around } from "./messages-provider";

const messages = { areaMaps };

export function AreaMapsMessages({ children }: Around) {
  return <AreaProvider messages={messages}>{children}</AreaProvider>;
}
