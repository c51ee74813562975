import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import type { SearchResultBody } from '../../../api/schemas/coming.ts';
import { Nothing, Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { useView } from '../../start/address.ts';

type Result = SearchResultBody['results'][number];

const kindNames: Readonly<Record<Result['kind'], string>> = {
  plan: '工作要点',
  task: '任务',
  item: '具体事项',
  unit: '单位',
  person: '人员',
};

/** Looks for words in everything that the seat may read. */
export function SearchPage() {
  const { view, setView } = useView();
  const words = view['words'] ?? '';
  const results = useReading<'search'>(words === '' ? null : '/api/search', { words });
  return (
    <>
      <Input.Search
        aria-label="要查找的文字"
        placeholder="任务、事项、单位、人员"
        enterButton="查找"
        maxLength={60}
        defaultValue={words}
        onSearch={(text) => setView({ words: text.trim() })}
      />
      {words === '' ? null : (
        <Reading of={results}>
          {({ results: found }) =>
            found.length === 0 ? (
              <Nothing text="没有找到。" />
            ) : (
              <ul>
                {found.map((result) => (
                  <li key={`${result.kind} ${result.title} ${result.taskId ?? ''} ${result.excerpt}`}>
                    <Found result={result} />
                  </li>
                ))}
              </ul>
            )
          }
        </Reading>
      )}
    </>
  );
}

function Found({ result: { kind, planId, taskId, title, excerpt } }: { readonly result: Result }) {
  const address = planId === null ? null : `/plans/${planId}${taskId === null ? '' : `/tasks/${taskId}`}`;
  return (
    <>
      {kindNames[kind]}　{address === null ? title : <Link to={address}>{title}</Link>}
      <p className="hint">{excerpt}</p>
    </>
  );
}
