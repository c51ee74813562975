import type { ObjectionPersonAct } from './objection-act.ts';
import type { OrderPersonAct, UrgeAct } from './order-act.ts';
import type { PlanPersonAct } from './plan-act.ts';
import type { RegistryAct } from './registry-act.ts';
import type { ReturnAct } from './return-act.ts';
import type { TaskPersonAct } from './task-act.ts';

/** Every act that can stand on a sheet, by the chain that it goes to. */
export type ChainAct =
  | PlanPersonAct
  | ReturnAct
  | TaskPersonAct
  | ObjectionPersonAct
  | OrderPersonAct
  | UrgeAct
  | RegistryAct;
