import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '../../session/session.ts';
import type { PlanLine } from '../../session/use-plans.ts';
import type { PageDefinition } from '../../start/page-definition.ts';
import { addressOf, useMenu } from './use-menu.ts';

interface MenuProps {
  readonly session: Session;
  readonly plan: PlanLine | null;
  readonly here: PageDefinition | null;
}

/** The menu of the seat; on a narrow screen it opens by a button. */
export function PageMenu({ session, plan, here }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const entries = useMenu(session.chosen?.seat ?? null);
  return (
    <nav className="page-menu" aria-label="目录">
      <button
        type="button"
        className="menu-button"
        aria-expanded={isOpen}
        aria-controls="menu"
        onClick={() => setOpen(!isOpen)}
      >
        目录
      </button>
      <ul id="menu" className={isOpen ? 'is-open' : ''}>
        {entries.map((page) => {
          const address = addressOf(page, plan);
          return address === null ? null : (
            <li key={page.path}>
              <Link to={address} aria-current={here === page ? 'page' : undefined} onClick={() => setOpen(false)}>
                {page.title}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
