import { uuid5 } from '../../../domain/ids.ts';
import { FieldControl } from '../form/field-control.tsx';
import type { FormValues } from '../form/field.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useUndo } from '../undo/undo-context.ts';
import type { ActDefinition } from './act-definition.ts';
import { useActs } from './use-acts.ts';
import { useSending } from './use-sending.ts';

interface ActFormProps {
  readonly planId: string;
  readonly definition: ActDefinition;
  /** Names what is kept of the form on this machine: the act and what it is about. */
  readonly draft: string;
  /** After it was recorded, or put into the bar from which it can be taken back. */
  readonly onDone: () => void;
}

/** The form of one act. Its id is made when it opens, so that whatever is sent of it, however often, is one act. */
export function ActForm({ planId, definition, draft: place, onDone }: ActFormProps) {
  const { label, note, fields, initial, check, undo } = definition;
  const draft = useDraft(`${planId}/${place}`);
  const sending = useSending(draft.found?.actId);
  const post = usePost(planId, definition);
  const delay = useUndo();

  const submit = async (values: FormValues): Promise<void> => {
    draft.keep({ actId: sending.actId, values });
    if (undo !== undefined) {
      const { actId } = sending;
      delay({
        about: `${planId}/${place}`,
        label: undo,
        send: (isLeaving) => post(actId, values, isLeaving),
        onRecorded: draft.drop,
      });
      return onDone();
    }
    if (await sending.send((actId) => post(actId, values))) {
      draft.drop();
      onDone();
    }
  };
  return (
    <>
      {draft.found === null ? null : <p className="draft-found">已恢复此前填写、尚未提交的内容。</p>}
      {note === undefined ? null : <div className="act-note">{note}</div>}
      <FieldsForm
        name={place.replaceAll('/', '-')}
        fields={fields}
        control={FieldControl}
        initial={draft.found?.values ?? initial ?? {}}
        submitLabel={sending.phase === 'unconfirmed' ? '再次提交' : label}
        isSending={sending.phase === 'sending'}
        problem={sending.problem}
        {...(check === undefined ? {} : { check })}
        onChange={(values) => draft.keep({ actId: sending.actId, values })}
        onSubmit={(values) => void submit(values)}
      />
    </>
  );
}

// The second act has an id of its own that is always the same for the first: sent again, both are still the same acts.
function usePost(planId: string, { toAct, followedBy }: ActDefinition) {
  const post = useActs(planId);
  return async (actId: string, values: FormValues, isLeaving = false): Promise<void> => {
    await post(actId, toAct(values, actId), isLeaving);
    if (followedBy !== undefined) await post(uuid5(actId, 'followed-by'), followedBy(values, actId), isLeaving);
  };
}
