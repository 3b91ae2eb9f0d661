import { sheetPick, tellNews } from "../app/news";
import { associateCommands } from "./associateCommands";

/* The ribbon's functions. They run in the shared page, also when the pane was never opened. */

void Office.onReady(() => {
  associateCommands({
    run: (batch) => Excel.run(batch),
    associate: (name, command) => {
      Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
        void command({
          completed: () => {
            event.completed();
          },
        });
      });
    },
    supported: () => Office.context.requirements.isSetSupported("ExcelApi", "1.13"),
    showPane: () => Office.addin.showAsTaskpane(),
    tell: (news) => {
      tellNews(globalThis, news);
    },
    pickedSheet: sheetPick(globalThis).sheet,
  });
});
