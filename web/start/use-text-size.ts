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

// How much stands beside each other follows from the window and from the letters: twice as large is as narrow as half as wide.
function apply(): void {
  const pixels = basePixels[present()];
  document.documentElement.style.fontSize = `${pixels}px`;
  document.documentElement.dataset['room'] = roomIn((window.innerWidth * basePixels.standard) / pixels);
}

/** What fits into so many px of standard text: menu and page side by side, only the page, or tables as cards. */
function roomIn(width: number): 'wide' | 'narrow' | 'cards' {
  if (width <= 640) return 'cards';
  return width <= 960 ? 'narrow' : 'wide';
}

function choose(size: TextSize): void {
  kept.write('text-size', size);
  apply();
  for (const listener of listeners) listener();
}

apply();
window.addEventListener('resize', apply);

/** The size of text that the person chose on this machine, and how to choose another. */
export function useTextSize(): { readonly size: TextSize; readonly choose: (size: TextSize) => void } {
  const size = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, present);
  return { size, choose };
}
