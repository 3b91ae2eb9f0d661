import { readFileSync } from "node:fs";

interface Rooms {
  /** The lowest first, with what each may import; "below": every room before it. */
  readonly rooms: Readonly<Record<string, "below" | readonly string[]>>;
  /** What a person starts: it may import every room, and of the faces those listed. */
  readonly faces: Readonly<Record<string, readonly string[]>>;
}

/** eslint.config.mjs reads the same list. */
const { rooms, faces } = JSON.parse(readFileSync("tests/structure/rooms.json", "utf8")) as Rooms;

export const lowerRooms: readonly string[] = Object.keys(rooms);
export const faceRooms: readonly string[] = Object.keys(faces);

export const allowedRooms: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...lowerRooms.map((room, at): [string, readonly string[]] => {
    const may = rooms[room] ?? [];
    return [room, may === "below" ? lowerRooms.slice(0, at) : may];
  }),
  ...Object.entries(faces).map(([face, may]): [string, readonly string[]] => [face, [...lowerRooms, ...may]]),
]);
