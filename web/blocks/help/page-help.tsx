import { Suspense, lazy, useState } from 'react';

const HelpText = lazy(async () => ({ default: (await import('./help-text.tsx')).HelpText }));

/** What the page is for, by when things are due on it and what follows, at the page itself; its text is loaded when it is opened. */
export function PageHelp({ path }: { readonly path: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="page-help not-on-paper" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>本页说明</summary>
      {isOpen ? (
        <Suspense fallback={<p>正在读取…</p>}>
          <HelpText path={path} />
        </Suspense>
      ) : null}
    </details>
  );
}
