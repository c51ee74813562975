import type { Choice, Field, FormValues } from '../../blocks/form/field.ts';
import { scopeOf } from '../../../domain/permissions.ts';
import { withQuery } from '../../http/request.ts';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { useSession } from '../../session/use-session.ts';
import { usePlanId } from '../../start/address.ts';
import { periodText } from '../../words/names.ts';
import { NumberedPapers } from './numbered-papers.tsx';
import { PaperForm } from './paper-form.tsx';

interface Paper {
  readonly name: string;
  readonly title: string;
  readonly format: 'docx' | 'xlsx';
  readonly ofAllUnits: boolean;
  readonly needs: 'readPlan' | 'readReturn';
}

const papers: readonly Paper[] = [
  { name: 'register', title: '台账', format: 'xlsx', ofAllUnits: true, needs: 'readReturn' },
  { name: 'breakdown', title: '任务分解表', format: 'xlsx', ofAllUnits: false, needs: 'readPlan' },
  { name: 'breakdown', title: '任务分解表', format: 'docx', ofAllUnits: false, needs: 'readPlan' },
  { name: 'consultation', title: '征求意见函', format: 'docx', ofAllUnits: false, needs: 'readPlan' },
  { name: 'adoption', title: '意见采纳情况表', format: 'docx', ofAllUnits: true, needs: 'readPlan' },
  { name: 'approval', title: '任务分解呈批单', format: 'docx', ofAllUnits: true, needs: 'readPlan' },
  { name: 'issue', title: '交办通知', format: 'docx', ofAllUnits: false, needs: 'readPlan' },
];

/** Papers of the plan as they stand today: those without a choice as links, quarterly ones by a form. */
export function PapersPage() {
  const planId = usePlanId() ?? '';
  const { data: session } = useSession();
  const plan = useMarkedPlan();
  const seat = session?.chosen?.seat;
  if (seat === undefined) return null;
  const isOverseer = scopeOf(seat, 'readReturn') === 'any';
  const open = papers.filter(
    ({ ofAllUnits, needs }) => scopeOf(seat, needs) !== null && (!ofAllUnits || scopeOf(seat, needs) === 'any'),
  );
  return (
    <>
      <section className="sheet">
        <h2>随时可以打印</h2>
        <ul className="link-list">
          {open.map(({ name, title, format }) => (
            <li key={`${name} ${format}`}>
              <a href={withQuery(`/api/plans/${planId}/papers/${name}`, { format })} download>
                {title}（{format}）
              </a>
            </li>
          ))}
        </ul>
        <p className="hint">报送表、催办单、督办单和审签单在各自页面打印。</p>
      </section>
      {seat === 'office' ? <NumberedPapers planId={planId} /> : null}
      {isOverseer && plan !== null ? <QuarterPapers planId={planId} year={plan.planYear} /> : null}
    </>
  );
}

function QuarterPapers({ planId, year }: { readonly planId: string; readonly year: number }) {
  const isBulletin = (values: FormValues): boolean => values['name'] === 'bulletin';
  const quarters: readonly Choice[] = [1, 2, 3, 4].map((quarter) => {
    const value = `${year}Q${quarter}`;
    return { value, label: periodText(value) };
  });
  const fields: readonly Field[] = [
    {
      kind: 'choice',
      name: 'name',
      label: '文件',
      required: true,
      choices: [
        { value: 'summary', label: '季度汇总' },
        { value: 'bulletin', label: '通报' },
      ],
    },
    { kind: 'choice', name: 'period', label: '季度', required: true, choices: quarters },
    { kind: 'number', name: 'issue', label: '期号', required: true, least: 1, when: isBulletin },
    { kind: 'line', name: 'to', label: '主送', help: '不填则为“市各有关部门和单位，各市、区”。', when: isBulletin },
    { kind: 'line', name: 'copies', label: '抄送', when: isBulletin },
  ];
  return <PaperForm planId={planId} title="季度文件" form="quarter-paper" fields={fields} />;
}
