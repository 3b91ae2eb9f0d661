/** Our own few line drawings, 16 by 16: the icon package would weigh more than the pane. */
const paths = {
  back: "M10 3 5 8l5 5",
  previous: "M4 10l4-4 4 4",
  next: "M4 6l4 4 4-4",
  settings:
    "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  close: "M4 4l8 8M12 4l-8 8",
  target: "M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM8 1v3M8 12v3M1 8h3M12 8h3",
  check: "M3 8.5 6.5 12 13 4.5",
  warning: "M8 2 1.5 13.5h13zM8 6.5v3.5M8 12v.1",
  help: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6 6.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 11.4v.1",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5l3.5 3.5",
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
