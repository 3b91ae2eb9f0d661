import { run } from "./command";
import { commandLine } from "./commandLine";

await run(commandLine);
