import type { PersonActor, Seat } from '../../domain/actor.ts';
import { actor, clerk, head, leader, officer } from '../store/plan/rehearsed-plan.ts';

/** One of the demonstration's people in each seat, those of units in one unit. */
export const actors: Readonly<Record<Seat, PersonActor>> = {
  office: clerk,
  officer,
  head,
  leader,
  writer: actor('gongxinju-writer', 'writer', 'gongxinju'),
  supervisor: actor('duchashi-supervisor-1', 'supervisor', 'duchashi'),
  admin: actor('shuziban-admin', 'admin', 'shuziban'),
};
