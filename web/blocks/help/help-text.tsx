import { helpOf } from './page-helps.ts';

/** The help of one page. */
export function HelpText({ path }: { readonly path: string }) {
  const help = helpOf(path);
  if (help === null) return <p>本页没有说明。</p>;
  const { asked, due, next } = help;
  return (
    <dl className="facts">
      <dt>办什么</dt>
      <dd>{asked}</dd>
      <dt>何时办</dt>
      <dd>{due}</dd>
      <dt>办完之后</dt>
      <dd>{next}</dd>
    </dl>
  );
}
