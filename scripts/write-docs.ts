import { readFileSync, writeFileSync } from 'node:fs';
import { browserDocs } from './browser-docs';
import { withRoomTable } from './house/room-table';
import { rooms } from './house/rooms';
import { withPanelDocs } from './panel-docs';
import { parameterDocs } from './parameter-docs';

const docs = (name: string) => new URL(`../docs/${name}`, import.meta.url);

writeFileSync(docs('PARAMETERS.md'), parameterDocs());
writeFileSync(docs('BROWSERS.md'), browserDocs());
writeFileSync(docs('EMBEDDING.md'), withPanelDocs(readFileSync(docs('EMBEDDING.md'), 'utf8')));
writeFileSync(docs('ARCHITECTURE.md'), withRoomTable(readFileSync(docs('ARCHITECTURE.md'), 'utf8'), rooms));
