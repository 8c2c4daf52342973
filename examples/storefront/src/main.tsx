import './styles/base.css';
import './styles/controls.css';
import './styles/browse.css';
import './styles/checkout.css';

import { createRoot } from 'react-dom/client';

import { App } from './app';
import { session } from './checkout/session';
import { showCart } from './checkout/show-cart';

session.subscribe(showCart);
session.start();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
