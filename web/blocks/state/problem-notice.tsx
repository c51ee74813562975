import { Button } from 'antd';
import { type Problem, isUnconfirmed } from '../../http/problem.ts';

/** A problem in words, with what to do: the same act again where it is unknown whether it was recorded. */
export function ProblemNotice({ problem, again }: { readonly problem: Problem; readonly again?: () => void }) {
  const unconfirmed = isUnconfirmed(problem);
  const reference = problem.reference === null ? '' : `（编号 ${problem.reference}，反映问题时请提供）`;
  return (
    <div className={unconfirmed ? 'problem problem-unconfirmed' : 'problem'} role="alert">
      <span>
        {problem.text}
        {reference}
      </span>
      {again === undefined ? null : <Button onClick={again}>{unconfirmed ? '再次提交' : '重试'}</Button>}
    </div>
  );
}
