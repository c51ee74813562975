import { afterAll, describe, expect, it } from 'vitest';
import { openPool } from '../../store/pool.ts';
import { refuseOverbooking, refusePowerfulRole } from '../../store/start-checks.ts';
import { freshDatabase } from '../support/database.ts';

describe('a process that starts', async () => {
  const { appUrl, ownerUrl, superuserUrl } = await freshDatabase();
  const pools = {
    app: openPool({ url: appUrl, size: 1, name: 'test' }),
    owner: openPool({ url: ownerUrl, size: 1, name: 'test' }),
  };
  const superuser = openPool({ url: superuserUrl, size: 1, name: 'test' });
  afterAll(() => Promise.all([pools.app.end(), pools.owner.end(), superuser.end()]));

  it('goes on with the role that may only add to the ledger', async () => {
    await expect(refusePowerfulRole({ pool: pools.app })).resolves.toBeUndefined();
  });

  it('is refused with the role that owns the tables', async () => {
    await expect(refusePowerfulRole({ pool: pools.owner })).rejects.toThrow('拥有数据表');
  });

  it('is refused as superuser', async () => {
    await expect(refusePowerfulRole({ pool: superuser })).rejects.toThrow('超级用户');
  });

  it('is refused where somebody gave its role the right to change the ledger', async () => {
    await superuser.query('GRANT UPDATE ON event TO duban_app');
    await expect(refusePowerfulRole({ pool: pools.app })).rejects.toThrow('有权修改');
    await superuser.query('REVOKE UPDATE ON event FROM duban_app');
  });

  it('is refused where all processes together want more connections than the server has', async () => {
    await refuseOverbooking({ pool: pools.app }, { poolSize: 10, processes: 3, temporal: 49 });
    const budget = { poolSize: 10, processes: 5, temporal: 49 };
    await expect(refuseOverbooking({ pool: pools.app }, budget)).rejects.toThrow('共需 104 个');
  });
});
