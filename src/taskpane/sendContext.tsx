import { Button, type ButtonProps } from "@fluentui/react-components";
import { createContext, useContext } from "react";
import { Icon } from "./Icon";
import type { PaneIntent } from "./paneEvent";

export type Send = (intent: PaneIntent) => void;

const SendContext = createContext<Send>(() => undefined);

export const SendProvider = SendContext.Provider;

/** How a component says what the user wants. */
export function useSend(): Send {
  return useContext(SendContext);
}

type ButtonLook = Pick<
  ButtonProps,
  | "appearance"
  | "aria-label"
  | "aria-pressed"
  | "children"
  | "className"
  | "disabledFocusable"
  | "icon"
  | "shape"
  | "size"
>;

/** A button that says it; null: there is nothing to want now. */
export function SendButton({ intent, ...look }: ButtonLook & { readonly intent: PaneIntent | null }) {
  const send = useSend();
  return (
    <Button
      {...look}
      onClick={() => {
        if (intent !== null) send(intent);
      }}
    />
  );
}

export function BackButton() {
  return (
    <SendButton size="small" appearance="subtle" icon={<Icon name="back" />} intent={{ kind: "showList" }}>
      返回列表
    </SendButton>
  );
}
