import { approverOf } from '../../paper-approval.ts';
import type { PlanState } from '../plan-state.ts';
import type { SummaryEvent } from './summary-event.ts';

/** The state after an event of the year-end. */
export function evolveSummary(state: PlanState, event: SummaryEvent): PlanState {
  const { summary } = state;
  switch (event.type) {
    case 'summaryAsked':
      return {
        ...state,
        summary: {
          hash: event.summaryHash,
          askedAt: event.at,
          askedBy: event.by,
          approvedBy: null,
          approvedAt: null,
          closedTasks: 0,
        },
      };
    case 'summaryApproved':
      if (summary === null) return state;
      return { ...state, summary: { ...summary, approvedBy: approverOf(event), approvedAt: event.at } };
    case 'summaryReturned':
      return { ...state, summary: null };
    case 'tasksClosed':
      return summary === null ? state : { ...state, summary: { ...summary, closedTasks: event.upTo } };
  }
}
