import type { Command } from 'commander';
import type { Actor } from '../../domain/actor.ts';
import { type Instant, dayOf, instantOfEpoch } from '../../domain/instant.ts';
import { register } from '../../store/registry/register.ts';
import type { RegistryEntries } from '../../store/registry/registry-entries.ts';
import { seatHolders } from '../../store/registry/seats.ts';
import type { Store } from '../../store/store.ts';
import { tellOpenChains } from '../../api/engine/reference-change.ts';
import { output, print } from '../print.ts';
import { registryFile } from '../registry-file.ts';
import { connected } from '../run-command.ts';

interface Options {
  readonly reason: string;
  readonly json?: boolean;
}

/** `duban register FILE…`: calendars, rules, units and people of the real registry, all files or none. */
export function addRegister(program: Command): void {
  program
    .command('register')
    .description('登记放假安排、时限规则、单位和人员，格式同 seeds 目录中的文件')
    .argument('<files...>', '登记文件（JSON），可多个，全部登记或全部不登记')
    .option('--reason <text>', '时限规则变动的理由', '由系统管理员登记')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, files: readonly string[], options: Options) => {
        const entries = merged(await Promise.all(files.map((file) => registryFile(file, options.reason))));
        const at = instantOfEpoch(Date.now());
        const events = await register(connection.store, entries, {
          by: await registrar(connection.store, at),
          at,
          transport: 'command line',
        });
        const told = await tellOpenChains(connection, entries, at);
        output(options, { events, told }, () => {
          print(events === 0 ? '内容与已登记的相同，没有变动' : `已登记 ${events} 项变动`);
          if (told > 0) print(`已通知办理中的任务和工作要点 ${told} 项按新的放假安排重新计算时限`);
        });
      }),
    );
}

function merged(all: readonly RegistryEntries[]): RegistryEntries {
  return {
    units: all.flatMap(({ units = [] }) => units),
    persons: all.flatMap(({ persons = [] }) => persons),
    seats: all.flatMap(({ seats = [] }) => seats),
    calendars: all.flatMap(({ calendars = [] }) => calendars),
    rules: all.flatMap(({ rules = [] }) => rules),
  };
}

// Before the first administrator there is nobody who could register one.
async function registrar(store: Store, at: Instant): Promise<Actor> {
  const [admin] = await seatHolders(store, { planId: null, day: dayOf(at) }, { seat: 'admin' });
  return admin === undefined ? 'system' : { personId: admin.personId, seat: admin.seat, unitId: admin.unitId };
}
