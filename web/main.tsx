import './start/style-nonce.ts';
import './style/page.css';
import './style/parts.css';
import './style/lights.css';
import './style/tables.css';
import './style/forms.css';
import './style/notice.css';
import './style/print.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PagesContext } from './blocks/frame/use-menu.ts';
import { pages } from './start/pages.ts';
import { router } from './start/router.ts';
import { Providers } from './start/providers.tsx';

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no place for the interface');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <PagesContext value={pages}>
        <RouterProvider router={router} />
      </PagesContext>
    </Providers>
  </StrictMode>,
);
