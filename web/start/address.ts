import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** A part of the page's path, `planId` of `/plans/$planId`; null where the page has none. */
export function usePart(name: string): string | null {
  const parts: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const part = parts[name];
  return typeof part === 'string' && part !== '' ? part : null;
}

/** The plan that the page is about. */
export function usePlanId(): string | null {
  return usePart('planId');
}

/** What stands behind the `?` of the address, and how to change it: null takes a name out. */
export function useView(): {
  readonly view: Readonly<Record<string, string>>;
  readonly setView: (changes: Readonly<Record<string, string | null>>) => void;
} {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const setView = (changes: Readonly<Record<string, string | null>>): void => {
    const next = Object.fromEntries(
      Object.entries({ ...view, ...changes }).filter(([, value]) => value !== null && value !== ''),
    );
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  };
  return { view, setView };
}
