import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWatchedChanges } from '../../http/watch-changes.ts';
import { PageHelp } from '../help/page-help.tsx';
import { ForbiddenPage } from '../state/outcome-pages.tsx';
import { mayAtAll } from '../../session/may-at-all.ts';
import type { Session } from '../../session/session.ts';
import { useSession } from '../../session/use-session.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import type { PageDefinition } from '../../start/page-definition.ts';
import { Reading } from '../state/reading-state.tsx';
import { UndoProvider } from '../undo/undo-bar.tsx';
import { PageHead } from './page-head.tsx';
import { PageMenu } from './page-menu.tsx';
import { useHere } from './use-here.ts';

/** The frame of every page behind the login: who acts in which seat, where one can go, and what kind of plan this is. */
export function Frame() {
  const session = useSession();
  const { pathname, searchStr } = useLocation();
  const asked = `${pathname}${searchStr}`;
  return (
    <Reading of={session}>
      {(present) => {
        // While the other page's code is still coming, this frame stands and would send on again.
        if (pathname === '/login' || pathname === '/seat') return null;
        if (present.person === null) return <Navigate to="/login" search={{ to: asked }} replace />;
        return present.chosen === null ? (
          <Navigate to="/seat" search={{ to: asked }} replace />
        ) : (
          <UndoProvider>
            <Framed session={present} />
          </UndoProvider>
        );
      }}
    </Reading>
  );
}

function Framed({ session }: { readonly session: Session }) {
  const here = useHere();
  const plan = useMarkedPlan();
  useWatchedChanges(plan?.planId ?? null);
  useTitle(here);
  useFocusOnArrival();
  const isForbidden = here?.needs !== undefined && !mayAtAll(session, here.needs);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        跳到主要内容
      </a>
      <PageHead session={session} plan={plan} />
      <div className="frame-body">
        <PageMenu session={session} plan={plan} here={here} />
        <main id="content" tabIndex={-1}>
          {here === null ? null : <h1>{here.title}</h1>}
          {here === null || isForbidden ? null : <PageHelp key={here.path} path={here.path} />}
          {isForbidden ? <ForbiddenPage /> : <Outlet />}
        </main>
      </div>
    </div>
  );
}

function useTitle(here: PageDefinition | null): void {
  const title = here?.title ?? '督办';
  useEffect(() => {
    document.title = here === null ? '督办' : `${title} · 督办`;
  }, [title, here]);
}

// Whoever works by keyboard or ear is at the new page's beginning after following a link, not at the old one's; the first page
// begins as every page does, with the link over the menu.
function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const main = document.querySelector<HTMLElement>('#content');
    if (main !== null && document.activeElement === document.body) main.focus({ preventScroll: true });
  }, [pathname]);
}
