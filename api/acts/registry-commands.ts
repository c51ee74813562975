import type { PlannedAct } from '../../domain/act/person-act.ts';
import type { RegistryAct } from '../../domain/act/registry-act.ts';
import { assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { RegistryCommand } from '../../domain/registry/registry-command.ts';
import { particularsText } from '../../store/registry/new-persons.ts';
import type { ActTexts } from './act-texts.ts';
import { approvalOf } from './envelope.ts';

type ContactsAct = Extract<RegistryAct, { type: 'changeContacts' }>;

/** The command of a person's act on the registry, its texts and the particulars of new persons kept. */
export async function registryCommand(
  act: RegistryAct,
  planned: PlannedAct,
  { planId, texts }: { readonly planId: string; readonly texts: ActTexts },
): Promise<RegistryCommand> {
  switch (act.type) {
    case 'authoriseDeputy':
      return { ...act, by: planned.by, reason: await texts.keepOne(act.reason) };
    case 'endDeputy':
      return { ...act, by: planned.by };
    case 'changeContacts': {
      const { type, unitId, from, leaves } = act;
      const approval = approvalOf(planned);
      const changeId = uuid5(planId, `contacts/${planned.key}`);
      return { type, ...approval, changeId, planId, unitId, from, leaves, ...(await kept(act, texts)) };
    }
    default:
      return assertNever(act);
  }
}

async function kept({ takes, contacts, reason }: ContactsAct, { keep, keepOne }: ActTexts) {
  const refs = [
    ...(await keep(
      takes.flatMap(({ person }) => (person.particulars === null ? [] : [particularsText(person.particulars)])),
    )),
  ];
  return {
    takes: takes.map(({ person, seat, rank }) => {
      const particulars = person.particulars === null ? null : (refs.shift() ?? null);
      return { personKey: person.key, particulars, seat, rank };
    }),
    contacts: contacts === null ? null : await keepOne(contacts),
    reason: await keepOne(reason),
  };
}
