import { writeFileSync } from 'node:fs';
import { parameterDocs } from './parameter-docs';

writeFileSync(new URL('../docs/PARAMETERS.md', import.meta.url), parameterDocs());
