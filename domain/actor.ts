/** A seat 岗位: rights belong to it, never to the person who holds it. */
export type Seat = 'office' | 'officer' | 'writer' | 'head' | 'supervisor' | 'leader' | 'admin';

/** Every seat, for tables and for checks of what comes in. */
export const seats: readonly Seat[] = ['office', 'officer', 'writer', 'head', 'supervisor', 'leader', 'admin'];

/** A person acting in one of their seats; `unitId` is the unit of that seat (the office's own unit for the office). */
export interface PersonActor {
  readonly personId: string;
  readonly seat: Seat;
  readonly unitId: string;
  /** The person for whom this one acts within dates that were authorised (AB角); records say B（代A）. */
  readonly deputyFor?: string;
}

/** Who made an event: a person in a seat, or the system itself (time, delivery). */
export type Actor = PersonActor | 'system';

/** The seat's name as users see it. */
export const seatNames: Readonly<Record<Seat, string>> = {
  office: '领导小组办公室',
  officer: '联络员',
  writer: '经办人',
  head: '单位负责人',
  supervisor: '督查',
  leader: '市领导',
  admin: '系统管理员',
};

/** A seat with its unit: 市科技局联络员. Where both have one name, as the office and the leaders, it is said once. */
export function seatTitle(unitName: string, seatName: string): string {
  return unitName === seatName ? seatName : `${unitName}${seatName}`;
}
