import '@graphiql/plugin-explorer/style.css';
import 'graphiql/style.css';
import './style.css';

import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { examples } from './examples';
import { fetcher } from './fetcher';

const place = document.getElementById('playground');
if (!place) throw new Error('The page has no place for the playground.');

createRoot(place).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[explorerPlugin()]}
    defaultTabs={examples}
    shouldPersistHeaders
    defaultEditorToolsVisibility
  >
    <GraphiQL.Logo>
      <a href="../">Stagedoor</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
