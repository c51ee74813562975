import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '../../session/session.ts';
import type { PlanLine } from '../../session/use-plans.ts';
import type { PageDefinition } from '../../start/page-definition.ts';
import { addressOf, type MenuPart, useMenu } from './use-menu.ts';

interface MenuProps {
  readonly session: Session;
  readonly plan: PlanLine | null;
  readonly here: PageDefinition | null;
}

/** The menu of the seat; on a narrow screen it opens by a button. */
export function PageMenu({ session, plan, here }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const parts = useMenu(session.chosen?.seat ?? null);
  const close = (): void => setOpen(false);
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
      <div id="menu" className={isOpen ? 'menu-parts is-open' : 'menu-parts'}>
        {parts.map((part) => (
          <MenuPartList key={part.group} part={part} plan={plan} here={here} onLeave={close} />
        ))}
      </div>
    </nav>
  );
}

interface MenuPartProps extends Pick<MenuProps, 'plan' | 'here'> {
  readonly part: MenuPart;
  readonly onLeave: () => void;
}

function MenuPartList({ part: { group, title, pages }, plan, here, onLeave }: MenuPartProps) {
  const links = pages.flatMap((page) => {
    const address = addressOf(page, plan);
    return address === null ? [] : [{ page, address }];
  });
  // Without a plan, most pages lead nowhere yet.
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={`menu-${group}`}>
      <p className="menu-heading" id={`menu-${group}`}>
        {title}
      </p>
      <ul>
        {links.map(({ page, address }) => (
          <li key={page.path}>
            <Link to={address} aria-current={here === page ? 'page' : undefined} onClick={onLeave}>
              {page.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
