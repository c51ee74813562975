export { annualPlan } from './annual-plan.ts';
export { postOffice } from './post-office.ts';
export { returnDelivery } from './return-delivery.ts';
export { task } from './task.ts';
