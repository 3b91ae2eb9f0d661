/* What the page needs as soon as it is seen, fetched apart from it: main.tsx begins with this file, so that it is on its way
   before the page has been worked out. What does not come is asked for again when it is wanted. */

export const openBook = () => import("./OpenBook");

/** What opens, saves and keeps a file, and what shows it. */
export const fetchParts = async () => {
  const [books, work, unsaved] = await Promise.all([
    import("./createBook"),
    import("./keepWork"),
    import("./UnsavedWork"),
    openBook(),
  ]);
  return { ...books, ...work, ...unsaved };
};
export type Parts = Awaited<ReturnType<typeof fetchParts>>;

for (const part of [fetchParts(), import("../taskpane/PaneBody"), import("../taskpane/PathBar")])
  void part.catch(() => undefined);
