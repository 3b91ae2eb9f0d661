import { createContext, useContext } from "react";
import type { PaneIntent } from "./paneEvent";

export type Send = (intent: PaneIntent) => void;

const SendContext = createContext<Send>(() => undefined);

export const SendProvider = SendContext.Provider;

/** How a component says what the user wants. */
export function useSend(): Send {
  return useContext(SendContext);
}
