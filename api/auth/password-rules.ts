import { RuleViolation } from '../../domain/errors.ts';
import { commonPasswords } from './common-passwords.ts';

/** 等级保护: three classes of characters and a new password every 90 days; or the modern rules: length and no common password. */
export type PasswordProfile = 'classified-protection' | 'modern';

/** After how many days a password has to be changed; null never. */
export const passwordAgeDays: Readonly<Record<PasswordProfile, number | null>> = {
  'classified-protection': 90,
  modern: null,
};

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

/** Refuses a password that the profile does not allow, with every reason. */
export function assertPassword(profile: PasswordProfile, password: string, userName: string): void {
  const faults = profile === 'modern' ? modernFaults(password) : classifiedFaults(password);
  const name = userName.toLowerCase();
  const all = name.length > 2 && password.toLowerCase().includes(name) ? [...faults, '不能包含用户名'] : faults;
  if (all.length > 0) throw new RuleViolation('password-too-weak', `密码不符合要求：${all.join('；')}。`);
}

function modernFaults(password: string): readonly string[] {
  return [
    ...([...password].length < 12 ? ['至少 12 个字符'] : []),
    ...(isCommon(password) ? ['属于常见密码，容易被猜中'] : []),
    ...(new Set(password).size < 5 ? ['重复字符过多'] : []),
  ];
}

function classifiedFaults(password: string): readonly string[] {
  const used = classes.filter((each) => each.test(password)).length;
  return [
    ...([...password].length < 8 ? ['至少 8 个字符'] : []),
    ...(used < 3 ? ['应包含大写字母、小写字母、数字、符号中的至少三类'] : []),
    ...(isCommon(password) ? ['属于常见密码，容易被猜中'] : []),
  ];
}

// A word with digits and signs around it is guessed as soon as the word itself.
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const word = lower.replaceAll(/[^a-z]+$|^[^a-z]+/g, '');
  return commonPasswords.has(lower) || (word.length >= 4 && commonPasswords.has(word)) || isRun(lower);
}

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, index) => letter.charCodeAt(0) - text.charCodeAt(index));
  return text.length >= 6 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}
