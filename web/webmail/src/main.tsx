// SPDX-License-Identifier: Apache-2.0
import { SessionGate } from '@fumibako/kit';
import { Provider } from '@fumibako/kit/app';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { prepareOffline } from './app/offline';

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

if (import.meta.env.PROD) {
  void prepareOffline();
}
