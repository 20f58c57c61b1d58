import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { RULES_PAGE, rulesPage } from './rulesPage';

/** `./dev docs` runs this: writes the page of rules. */
const path = resolve(__dirname, '../../../..', RULES_PAGE);
writeFileSync(path, rulesPage(createRequire(__filename)));
process.stdout.write(`${RULES_PAGE}\n`);
