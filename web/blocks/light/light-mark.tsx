import { lightNames } from '../../../domain/task/light-sentence.ts';
import type { Light } from '../../../domain/task/task-state.ts';

// Each light has a shape of its own: nobody needs to see its colour.
const shapes: Readonly<Record<Light, string>> = {
  'on-track': 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
  'near-due': 'M8 1.5L15 14H1z',
  behind: 'M8 1L15 8L8 15L1 8z',
  'far-behind': 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  recovered: 'M8 1.5L14.5 9H10.5V14.5H5.5V9H1.5z',
  'no-plan': 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM8 4.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z',
  'awaiting-statistics': 'M1.5 5h13v2.5h-13zM1.5 9.5h13V12h-13z',
  suspended: 'M3 1.5h3.5v13H3zM9.5 1.5H13v13H9.5z',
};

/** A light 亮灯 as colour, shape and word; its reason stands beside it, or is read out and shown on paper. */
export function LightMark({ light, reason }: { readonly light: Light | null; readonly reason?: string | null }) {
  if (light === null) return <span className="light light-none">未亮灯</span>;
  return (
    <span className="light-with-reason">
      <span className={`light light-${light}`}>
        <svg aria-hidden="true" focusable="false" viewBox="0 0 16 16" width="14" height="14">
          <path d={shapes[light]} fillRule="evenodd" />
        </svg>
        {lightNames[light]}
      </span>
      {reason === undefined || reason === null ? null : <span className="light-reason">{reason}</span>}
    </span>
  );
}
