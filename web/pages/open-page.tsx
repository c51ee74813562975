import { type ReactNode, useEffect } from 'react';

/** The frame of a page without a session. */
export function OpenPage({
  title,
  heading,
  children,
}: {
  readonly title: string;
  readonly heading: string;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · 督办`;
  }, [title]);
  return (
    <main className="open-page">
      <div className="open-sheet">
        <h1>{heading}</h1>
        {children}
      </div>
    </main>
  );
}
