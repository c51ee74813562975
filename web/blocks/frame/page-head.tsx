import { Button, Select } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { dayOf } from '../../../domain/instant.ts';
import { type Session, seatKey, seatText } from '../../session/session.ts';
import { logOut, takeSeat } from '../../session/use-session.ts';
import { type PlanLine, usePlans } from '../../session/use-plans.ts';
import { useTextSize } from '../../start/use-text-size.ts';
import { type TextSize, textSizes } from '../../start/theme.ts';
import { dayText } from '../date/date-with-reason.tsx';
import { momentText } from '../date/moment-text.ts';

/** The head of every page: the plan, the person with their seat, the size of text, and the way out. */
export function PageHead({ session, plan }: { readonly session: Session; readonly plan: PlanLine | null }) {
  return (
    <header>
      <div className="page-head">
        <Link to="/" className="brand">
          督办
        </Link>
        <PlanChoice plan={plan} />
        {plan?.clock === 'stepped' ? <span className="plan-clock">演练时间 {momentText(plan.now)}</span> : null}
        <span className="head-space" />
        <Link to="/search">查找</Link>
        <SeatChoice session={session} />
        <SizeChoice />
        <Button onClick={() => void logOut()}>退出登录</Button>
      </div>
      {plan?.clock === 'stepped' ? <p className="rehearsal-banner">演练数据·非真实情况</p> : null}
    </header>
  );
}

function PlanChoice({ plan }: { readonly plan: PlanLine | null }) {
  const { data } = usePlans();
  const navigate = useNavigate();
  const plans = data?.rows ?? [];
  if (plan === null || plans.length === 0) return null;
  if (plans.length === 1) return <span className="plan-name">{planName(plan)}</span>;
  return (
    <Select
      className="plan-choice"
      aria-label="工作要点"
      value={plan.planId}
      popupMatchSelectWidth={false}
      options={plans.map((one) => ({ value: one.planId, label: planChoiceName(one) }))}
      onChange={(planId: string) => void navigate({ to: `/plans/${planId}` })}
    />
  );
}

function planName({ title, clock }: PlanLine): string {
  return clock === 'stepped' ? `${title}（演练）` : title;
}

// The same notice can be rehearsed more than once: what tells them apart is where their clocks stand.
function planChoiceName({ title, clock, now }: PlanLine): string {
  return clock === 'stepped' ? `${title}（演练至${dayText(dayOf(now))}）` : title;
}

function SeatChoice({ session: { person, seats, chosen } }: { readonly session: Session }) {
  const navigate = useNavigate();
  if (chosen === null || seats.length === 1) {
    return (
      <span className="person">
        {person?.name}
        {chosen === null ? '' : `（${seatText(chosen)}）`}
      </span>
    );
  }
  const choose = async (key: string): Promise<void> => {
    const wanted = seats.find((held) => seatKey(held) === key);
    if (wanted === undefined) return;
    await takeSeat(wanted);
    await navigate({ to: '/' });
  };
  return (
    <span className="person">
      {person?.name}
      <Select
        className="seat-choice"
        aria-label="当前岗位"
        value={seatKey(chosen)}
        popupMatchSelectWidth={false}
        options={seats.map((held) => ({ value: seatKey(held), label: seatText(held) }))}
        onChange={(key: string) => void choose(key)}
      />
    </span>
  );
}

function SizeChoice() {
  const { size, choose } = useTextSize();
  const names: readonly TextSize[] = ['standard', 'large', 'largest'];
  return (
    <span className="size-choice" role="group" aria-label="文字大小">
      {names.map((name) => (
        <button key={name} type="button" aria-pressed={name === size} onClick={() => choose(name)}>
          <span className={`size-${name}`} aria-hidden="true">
            文
          </span>
          <span className="for-readers">{textSizes[name]}文字</span>
        </button>
      ))}
    </span>
  );
}
