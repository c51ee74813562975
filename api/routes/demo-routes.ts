import { RuleViolation } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import { rememberSeat } from '../../store/account/logins.ts';
import { listPlans } from '../../store/plan/plans.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { seatHolders } from '../../store/registry/seats.ts';
import type { AppDeps } from '../app-deps.ts';
import { keepUser } from '../auth/make-login.ts';
import { actorIn, seatChoices, seatsOf } from '../auth/seat-choices.ts';
import type { Handlers } from '../http/mount-endpoints.ts';
import type { demoEndpoints } from '../schemas/endpoints/session-endpoints.ts';

/** One-click sign-in of demonstration people; mounted only where the server says that it is a demonstration. */
export function demoRoutes({ store, accounts, now }: AppDeps): Handlers<typeof demoEndpoints> {
  // A real plan on the same database has real people behind its seats.
  const assertRehearsed = async (): Promise<void> => {
    if ((await listPlans(store)).some(({ clock }) => clock === 'real'))
      throw new RuleViolation('unknown-route', '已有正式的工作要点，不能再以演练人员身份登录。');
  };
  return {
    demoPeople: async () => {
      await assertRehearsed();
      const day = dayOf(now());
      const view = { planId: null, day };
      const holders = await seatHolders(store, view);
      const actors = holders.map(({ personId, seat, unitId }) => ({ personId, seat, unitId }));
      const byPerson = Map.groupBy(actors, ({ personId }) => personId);
      const persons = await personsOn(store, view, [...byPerson.keys()]);
      const choices = await seatChoices(store, day, actors);
      const people = [...byPerson].map(([personId, held]) => ({
        person: { personId, name: persons.get(personId)?.particulars?.name ?? '（已清除）' },
        seats: held.flatMap((each) => choices[actors.indexOf(each)] ?? []),
      }));
      return { people };
    },
    demoSignIn: async ({ body, caller }) => {
      await assertRehearsed();
      const { personId, seat = null, unitId = null } = body;
      const held = await seatsOf(store, personId, dayOf(now()));
      if (held.length === 0) throw new RuleViolation('unknown-person', '没有这位演练人员，请刷新后重新选择。');
      const userId = await keepUser({ store, accounts }, personId, null);
      const { headers, response } = await accounts.api.makeSession({
        body: { userId },
        headers: caller.headers,
        returnHeaders: true,
      });
      const actor = actorIn(held, { seat, unitId, deputyFor: null });
      if (actor !== null) await rememberSeat(store, response.token, actor);
      caller.cookies.push(...headers.getSetCookie());
      return { done: true };
    },
  };
}
