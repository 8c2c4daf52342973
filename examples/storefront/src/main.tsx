import './styles/base.css';
import './styles/controls.css';
import './styles/browse.css';
import './styles/checkout.css';

import { createRoot } from 'react-dom/client';

import { App } from './app';
import { keepCartWhileOpen } from './checkout/lease';
import { watchForLeaving } from './checkout/leave';

watchForLeaving();
keepCartWhileOpen();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
