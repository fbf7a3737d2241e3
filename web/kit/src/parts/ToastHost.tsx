// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Problem } from '../api/problem';
import { useKitText } from '../i18n/kit';
import { isTyping } from './isTyping';
import classes from './ToastHost.module.css';
import { TOAST_MS, type Toast, toasts } from './toasts';

/** Shows the toast for 10 s, with its button; `z` presses the button from anywhere but a text field. */
export function ToastHost() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current);
  return (
    <div className={classes.host} role="status">
      {toast && <Shown key={toast.id} toast={toast} />}
    </div>
  );
}

function Shown({ toast }: { toast: Toast }) {
  const say = useKitText();
  const [held, setHeld] = useState(false);
  const press = useCallback(async () => {
    toasts.hide(toast.id);
    try {
      await toast.act?.();
      if (toast.label === undefined) {
        toasts.show({ text: say('undone') });
      }
    } catch (error) {
      toasts.show({ text: say('undoFailed', { why: error instanceof Problem ? error.message : '' }) });
    }
  }, [toast, say]);

  useEffect(() => {
    const timer = held ? undefined : setTimeout(() => toasts.hide(toast.id), toast.ms ?? TOAST_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id, toast.ms]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'z' && !event.ctrlKey && !event.metaKey && !event.altKey && toast.act && !isTyping(event)) {
        event.preventDefault();
        void press();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [toast, press]);

  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting the pointer here only keeps the toast longer
    <div className={classes.toast} {...hold} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span>{toast.text}</span>
      {toast.act && (
        <button type="button" className={classes.button} onClick={() => void press()}>
          {toast.label ?? say('undo')}
          {(toast.label === undefined || toast.undo) && <kbd className={classes.key}>z</kbd>}
        </button>
      )}
    </div>
  );
}
