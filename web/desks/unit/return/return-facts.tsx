import type { ReturnPageBody } from '../../../../api/schemas/return.ts';
import { DateWithReason } from '../../../blocks/date/date-with-reason.tsx';
import { momentText } from '../../../blocks/date/moment-text.ts';
import { useSession } from '../../../session/use-session.ts';
import { returnPhaseNames } from '../returns-page.tsx';
import { returnTitle } from '../../../words/names.ts';

/** Where a return stands: whose it is, by when, which version, who sent and who reviewed it. */
export function ReturnFacts({ page, isOwed }: { readonly page: ReturnPageBody; readonly isOwed: boolean }) {
  const { data: session } = useSession();
  const { of, unit, kindName, version, phase, due, resubmitDue, headAskedAt } = page;
  const standing = phase === 'draft' && headAskedAt !== null ? '已送单位负责人审签' : returnPhaseNames[phase];
  return (
    <section className="sheet">
      <h2>
        {unit.name}　{returnTitle(of.period, kindName)}
        {/* Said to reviewers, whose own unit this may be; its own people know. */}
        {page.isOwnUnit && session?.chosen?.unit.unitId !== of.unitId ? '（本单位）' : ''}
      </h2>
      <dl className="facts">
        <dt>状态</dt>
        <dd>
          {isOwed ? standing : '目前无需填报'}
          {page.isDelivered ? '' : '（正在送达各项任务）'}
          {version === 0 ? '' : `，第${version}版`}
        </dd>
        <dt>报送时限</dt>
        <dd>
          <DateWithReason date={due} why={page.dueWhy} />
          {resubmitDue === null ? null : (
            <>
              ；退回的行须于
              <DateWithReason date={resubmitDue} why={page.resubmitWhy} />
              前再次报送
            </>
          )}
        </dd>
        {page.reviewDue === null ? null : (
          <>
            <dt>审核时限</dt>
            <dd>
              <DateWithReason date={page.reviewDue} why={page.reviewWhy} />
            </dd>
          </>
        )}
        <Course page={page} />
      </dl>
      <Versions page={page} />
    </section>
  );
}

// What the head, the unit and the office have done with it.
function Course({ page }: { readonly page: ReturnPageBody }) {
  const { headReason } = page;
  return (
    <>
      {headReason === null ? null : (
        <>
          <dt>审签退回意见</dt>
          <dd>{headReason}</dd>
        </>
      )}
      {page.submittedAt === null ? null : (
        <>
          <dt>报送</dt>
          <dd>
            {momentText(page.submittedAt)}　{page.submittedBy?.label ?? ''}
          </dd>
        </>
      )}
      {page.reviewedAt === null ? null : (
        <>
          <dt>审核</dt>
          <dd>
            {momentText(page.reviewedAt)}　{page.reviewedBy?.label ?? ''}
          </dd>
        </>
      )}
    </>
  );
}

function Versions({ page: { versions } }: { readonly page: ReturnPageBody }) {
  if (versions.length < 2) return null;
  return (
    <details>
      <summary>各版本</summary>
      <ul>
        {versions.map(({ version, submittedAt, submittedBy, reviewedAt, sentBackRows, rows }) => (
          <li key={version}>
            第{version}版：{rows}行，
            {submittedAt === null ? '未报送' : `${momentText(submittedAt)}由${submittedBy?.label ?? ''}报送`}
            {reviewedAt === null ? '' : `，${momentText(reviewedAt)}审核，退回${sentBackRows}行`}
          </li>
        ))}
      </ul>
    </details>
  );
}
