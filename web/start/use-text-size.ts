import { useSyncExternalStore } from 'react';
import { kept } from '../session/kept.ts';
import { type TextSize, basePixels, textSizes } from './theme.ts';

const listeners = new Set<() => void>();

function isTextSize(text: string | null): text is TextSize {
  return text !== null && text in textSizes;
}

function present(): TextSize {
  const text = kept.read('text-size');
  return isTextSize(text) ? text : 'standard';
}

function apply(): void {
  document.documentElement.style.fontSize = `${basePixels[present()]}px`;
}

function choose(size: TextSize): void {
  kept.write('text-size', size);
  apply();
  for (const listener of listeners) listener();
}

apply();

/** The size of text that the person chose on this machine, and how to choose another. */
export function useTextSize(): { readonly size: TextSize; readonly choose: (size: TextSize) => void } {
  const size = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, present);
  return { size, choose };
}
