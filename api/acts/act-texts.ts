import { uuid5 } from '../../domain/ids.ts';
import type { ContentRef } from '../../domain/ledger/event.ts';
import { type NewContent, putContents } from '../../store/content.ts';
import type { Store } from '../../store/store.ts';

/** Keeps texts of one act, in their order, before the act is sent. */
export interface ActTexts {
  readonly keep: (texts: readonly string[]) => Promise<readonly ContentRef[]>;
  readonly keepOne: (text: string) => Promise<ContentRef>;
}

/** The nth text of an act has the same id and place in every run of the same rehearsal, and in every try of the same act. */
export function actTexts({ pool }: Pick<Store, 'pool'>, planId: string, key: string): ActTexts {
  let kept = 0;
  const keep: ActTexts['keep'] = (texts) => {
    const contents = texts.map((text): NewContent => {
      kept += 1;
      const path = `${key}#${kept}`;
      return { contentId: uuid5(planId, `text/${path}`), planId, path, text };
    });
    return putContents(pool, contents);
  };
  const keepOne: ActTexts['keepOne'] = async (text) => {
    const [ref] = await keep([text]);
    if (ref === undefined) throw new Error('a text that was kept has no reference');
    return ref;
  };
  return { keep, keepOne };
}
