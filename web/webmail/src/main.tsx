// SPDX-License-Identifier: Apache-2.0
import { SessionGate } from '@fumibako/kit';
import { Provider } from '@fumibako/kit/app';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

// Whoever signs in first needs none of it.
const App = lazy(() => import('./app/App'));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Provider>
        <SessionGate>
          <Suspense fallback={null}>
            <App />
          </Suspense>
        </SessionGate>
      </Provider>
    </StrictMode>,
  );
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // Without it webmail works as well, but not without a network.
  navigator.serviceWorker.register('/webmail/sw.js', { scope: '/webmail/' }).catch(() => undefined);
}
