// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import classes from './NavList.module.css';
import type { NavSection } from './nav';

/** The screens of a surface in their groups. `tall` for fingers. */
export function NavList({ sections, tall = false }: { sections: readonly NavSection[]; tall?: boolean }) {
  return (
    <div className={classes.list} data-tall={tall || undefined}>
      {sections.map((section) => (
        <div key={section.label ?? ''}>
          {section.label && <h4 className={classes.group}>{section.label}</h4>}
          {section.items.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              activeOptions={{ exact: item.exact ?? false, includeSearch: false }}
              className={classes.item}
            >
              {item.icon && <item.icon size={16} stroke={1.75} aria-hidden />}
              <span className={classes.label}>{item.label}</span>
              {item.count && <span className={classes.count}>{item.count}</span>}
            </Link>
          ))}
        </div>
      ))}
    </div>
  );
}
