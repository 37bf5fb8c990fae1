// A window of its own, for tests with real processes: `node checklistWriter.ts <folder> <name> <count>` decides on
// `count` steps and prints the number of each as soon as the store says that it is saved.
import { systemWriter } from './writerSteps.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
await systemWriter(folder, name, Number(count), (index) => process.stdout.write(`${index}\n`));
