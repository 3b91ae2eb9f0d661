import { Button, type ButtonProps } from "@fluentui/react-components";
import { createContext, useContext, useEffect, useRef, type RefObject } from "react";
import { Icon } from "./Icon";
import type { PaneIntent } from "./paneEvent";
import { shortcutOf } from "./shortcuts";
import { startState, type PaneState } from "./paneState";

export type Send = (intent: PaneIntent) => void;

const StateContext = createContext(startState);
const SendContext = createContext<Send>(() => undefined);

export const StateProvider = StateContext.Provider;
export const SendProvider = SendContext.Provider;

/** What all of the pane shows: a component is handed only what is its own, the row or the finding that it draws. */
export function usePaneState(): PaneState {
  return useContext(StateContext);
}

/** How a component says what the user wants. */
export function useSend(): Send {
  return useContext(SendContext);
}

/** For the heading of a view: it takes the keyboard when the view opens, and when it turns to another subject. */
export function useTitleFocus(
  wanted: boolean,
  subject?: string | number,
): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wanted) title.current?.focus();
  }, [wanted, subject]);
  return title;
}

/** For what holds fields: the first that the selector finds takes the keyboard when it comes back to this place. */
export function useFieldFocus<Place extends HTMLElement>(
  wanted: boolean,
  selector: string,
): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (wanted) place.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [wanted, selector]);
  return place;
}

type ButtonLook = Pick<
  ButtonProps,
  | "appearance"
  | "aria-keyshortcuts"
  | "aria-label"
  | "aria-pressed"
  | "children"
  | "className"
  | "disabledFocusable"
  | "icon"
  | "shape"
  | "size"
  | "title"
>;

interface SendButtonProps extends ButtonLook {
  /** null: there is nothing to want now. */
  readonly intent: PaneIntent | null;
  /** Not while an action is under way. */
  readonly waits?: boolean;
}

/** A button that says what the user wants. */
export function SendButton({ intent, waits = false, disabledFocusable = false, ...look }: SendButtonProps) {
  const send = useSend();
  const { busy } = usePaneState();
  return (
    <Button
      {...look}
      disabledFocusable={disabledFocusable || intent === null || (waits && busy)}
      onClick={() => {
        if (intent !== null) send(intent);
      }}
    />
  );
}

export function BackButton() {
  return (
    <SendButton
      size="small"
      appearance="subtle"
      icon={<Icon name="back" />}
      intent={{ kind: "showList" }}
      {...shortcutOf("list")}
    >
      返回列表
    </SendButton>
  );
}
