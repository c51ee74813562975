import { FieldControl } from '../../blocks/form/field-control.tsx';
import type { Field, FormValues } from '../../blocks/form/field.ts';
import { FieldsForm } from '../../blocks/form/fields-form.tsx';
import { withQuery } from '../../http/request.ts';

interface PaperFormProps {
  readonly planId: string;
  readonly title: string;
  readonly form: string;
  /** The field `name` names the paper; all others go into its query. */
  readonly fields: readonly Field[];
  readonly check?: (values: FormValues) => Readonly<Record<string, string>>;
}

/** Papers that have to be told something before they can be downloaded. */
export function PaperForm({ planId, title, form, fields, check }: PaperFormProps) {
  const download = ({ name, ...chosen }: FormValues): void => {
    const query = Object.fromEntries(
      Object.entries(chosen).map(([key, value]) => [key, typeof value === 'object' ? null : String(value ?? '')]),
    );
    window.location.assign(withQuery(`/api/plans/${planId}/papers/${String(name)}`, query));
  };
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <FieldsForm
        name={form}
        fields={fields}
        control={FieldControl}
        submitLabel="下载"
        isSending={false}
        problem={null}
        {...(check === undefined ? {} : { check })}
        onSubmit={download}
      />
    </section>
  );
}
