export { annualPlan } from './annual-plan.ts';
export { objection } from './objection.ts';
export { order } from './order.ts';
export { postOffice } from './post-office.ts';
export { rehearsal } from './rehearsal.ts';
export { returnDelivery } from './return-delivery.ts';
export { task } from './task.ts';
