import { sheetPick, tellNews } from "../app/news";
import { associateCommands } from "./associateCommands";

/* The ribbon's functions. They run in the shared page, also when the pane was never opened. */

void Office.onReady(() => {
  associateCommands({
    associate: (name, command) => {
      Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
        void command({
          completed: () => {
            event.completed();
          },
        });
      });
    },
    showPane: () => Office.addin.showAsTaskpane(),
    tell: (news) => {
      tellNews(globalThis, news);
    },
    fetchCommands: async () => {
      const { ribbonCommands } = await import("./ribbonCommands");
      return ribbonCommands({
        run: (batch) => Excel.run(batch),
        supported: () => Office.context.requirements.isSetSupported("ExcelApi", "1.13"),
        pickedSheet: sheetPick(globalThis).sheet,
      });
    },
  });
});
