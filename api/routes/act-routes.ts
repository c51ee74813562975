import { seatNames } from '../../domain/actor.ts';
import { assertMayAct } from '../../domain/act/act-rights.ts';
import type { PersonAct } from '../../domain/act/person-act.ts';
import { contentHash } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { parseSettlement } from '../../domain/plan/settlement.ts';
import { noteReceived } from '../../store/act/received-acts.ts';
import { evidenceByIds } from '../../store/evidence/evidence.ts';
import { assertActs } from '../../store/registry/actors.ts';
import { deliveryOfAct } from '../../store/return/deliveries.ts';
import { performAct } from '../acts/perform-act.ts';
import { settlePoints } from '../acts/settle-points.ts';
import type { AppDeps } from '../app-deps.ts';
import { InvalidRequest, TryLater } from '../http/refusals.ts';
import type { Call, Handlers } from '../http/mount-endpoints.ts';
import type { planEndpoints } from '../schemas/endpoints/plan-endpoints.ts';
import { type Sight, planSight } from '../sight.ts';
import { uuid5 } from '../../domain/ids.ts';

type Routes = Pick<Handlers<typeof planEndpoints>, 'act' | 'settle'>;

/** Everything that people do to a plan and its chains; one mechanism, whatever the act. */
export function actRoutes(deps: AppDeps): Routes {
  return {
    act: async (call) => {
      const { actId, act, paper } = call.body;
      const sight = await planSight(deps, call.params.planId);
      await assertActor(deps, sight, call);
      assertMayAct({ by: call.actor, act, ...(paper === undefined ? {} : { paper }) });
      await assertEvidence(deps, sight, act);
      const at = await receivedAt(deps, sight, call);
      await confirm(deps, call, act.type, async () => {
        const planned = {
          at,
          key: `act/${actId}`,
          by: call.actor,
          act,
          requestId: call.caller.requestId,
          ...(paper === undefined ? {} : { paper }),
        };
        await performAct(
          { store: deps.store, engine: patientEngine(deps, call), settle: refuseSettle },
          sight.planId,
          planned,
        );
      });
      return { actId, recorded: true, delivery: await deliveryOf(deps, sight, act) };
    },
    settle: async (call) => {
      const { actId, settlement: raw } = call.body;
      const parsed = raw === null ? null : parseSettlement(raw);
      if (parsed !== null && !parsed.ok)
        throw new InvalidRequest(parsed.issues.map((message) => ({ path: '内容.settlement', message })));
      const sight = await planSight(deps, call.params.planId);
      await assertActor(deps, sight, call);
      const at = await receivedAt(deps, sight, call);
      const settled = await confirm(deps, call, 'settle', () =>
        settlePoints(deps, {
          planId: sight.planId,
          settlement: parsed === null ? null : parsed.value,
          by: call.actor,
          at,
          commandId: uuid5(sight.planId, `act/act/${actId}`),
          requestId: call.caller.requestId,
        }),
      );
      return { actId, settled };
    },
  };
}

type ActCall = Call<(typeof planEndpoints)['act']> | Call<(typeof planEndpoints)['settle']>;

// The seat is shown on every record: it has to be the one that the person saw when they sent the act.
async function assertActor({ store }: AppDeps, sight: Sight, { actor, body }: ActCall): Promise<void> {
  const { seat, unitId } = body.seat;
  if (actor.seat !== seat || actor.unitId !== unitId)
    throw new RuleViolation(
      'seat-changed',
      `当前岗位已改为${sight.unitRef(actor.unitId).name}${seatNames[actor.seat]}，请核对岗位后重新提交。`,
    );
  await assertActs(store, sight.view, actor);
}

async function receivedAt(deps: AppDeps, { planId, now }: Sight, { actor, body }: ActCall) {
  const { actId, ...content } = body;
  const identity = { actId, planId, personId: actor.personId, contentHash: contentHash({ ...content, by: actor }) };
  return noteReceived(deps.store, { ...identity, at: now, receivedAt: deps.now() });
}

// Whatever is not a refusal leaves open whether it was recorded: the same act may be sent again.
async function confirm<T>(deps: AppDeps, { caller }: ActCall, type: string, work: () => Promise<T>): Promise<T> {
  try {
    const done = await work();
    deps.metrics.act(type, 'recorded');
    return done;
  } catch (error) {
    const isRefused = error instanceof RuleViolation;
    deps.metrics.act(type, isRefused ? 'refused' : 'unconfirmed');
    if (isRefused) throw error;
    caller.log.warn({ err: error, act: type }, 'act not confirmed');
    throw new TryLater('unconfirmed', '尚未确认，可以再次提交，不会重复记录。', 5);
  }
}

// The act on the return is recorded by then: a delivery that cannot be started here is started by the post office's next round.
function patientEngine({ engine }: AppDeps, { caller }: ActCall): AppDeps['engine'] {
  return {
    ...engine,
    startDelivery: async (delivery) => {
      await engine.startDelivery(delivery).catch((error: unknown) => {
        caller.log.warn({ err: error, delivery: delivery.act }, 'delivery not started');
      });
    },
  };
}

function refuseSettle(): Promise<void> {
  throw new RuleViolation('bad-request', '确认待定事项请使用专门的地址。');
}

async function assertEvidence({ store }: AppDeps, { planId }: Sight, act: PersonAct): Promise<void> {
  if (act.type !== 'saveRows') return;
  const refs = act.rows.flatMap(({ taskId, subjectId, evidence = [] }) =>
    evidence.map((ref) => ({ ...ref, taskId, subjectId })),
  );
  const known = new Map(
    (
      await evidenceByIds(
        store,
        refs.map(({ evidenceId }) => evidenceId),
      )
    ).map((record) => [record.evidenceId, record]),
  );
  for (const { evidenceId, sha256, taskId, subjectId } of refs) {
    const record = known.get(evidenceId);
    const isOfRow = record?.planId === planId && record.taskId === taskId && record.subjectId === subjectId;
    if (!isOfRow || record.sha256 !== sha256)
      throw new RuleViolation('evidence-not-of-row', '所附佐证材料不存在或者不属于这一行，请重新上传。');
  }
}

async function deliveryOf({ store }: AppDeps, { planId }: Sight, act: PersonAct): Promise<'pending' | 'done' | null> {
  if (act.type !== 'submitReturn' && act.type !== 'reviewReturn') return null;
  return deliveryOfAct(store, {
    planId,
    owed: act.of,
    version: act.version,
    kind: act.type === 'submitReturn' ? 'submit' : 'review',
  });
}
