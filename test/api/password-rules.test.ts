import { describe, expect, it } from 'vitest';
import { assertPassword, type PasswordProfile, passwordAgeDays } from '../../api/auth/password-rules.ts';

const refusal = (profile: PasswordProfile, password: string): string => {
  try {
    assertPassword(profile, password, 'zhang-san');
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('a password by the modern profile', () => {
  it.each([
    { password: 'river stone kettle moss', says: 'taken' },
    { password: '清晨的河边有三只白鹭在飞', says: 'taken' },
    { password: 'short-Aa1!', says: '至少 12 个字符' },
    { password: 'aaaaaaaaaaaaaaa', says: '重复字符过多' },
    { password: 'ababababababab', says: '重复字符过多' },
    { password: 'unbelievable', says: '属于常见密码' },
    { password: 'Password1234567', says: '属于常见密码' },
    { password: 'fagaiwei20222022', says: '属于常见密码' },
    { password: 'my-zhang-san-word-7', says: '不能包含用户名' },
  ])('$password: $says', ({ password, says }) => {
    expect(refusal('modern', password)).toContain(says);
  });

  it('is never too old', () => {
    expect(passwordAgeDays.modern).toBeNull();
  });
});

describe('a password by the profile of 等级保护', () => {
  it.each([
    { password: 'kettle-Moss', says: 'taken' },
    { password: 'kettle77moss', says: '至少三类' },
    { password: 'kettleMoss', says: '至少三类' },
    { password: 'kE7-a', says: '至少 8 个字符' },
    { password: 'P@ssw0rd', says: '属于常见密码' },
  ])('$password: $says', ({ password, says }) => {
    expect(refusal('classified-protection', password)).toContain(says);
  });

  it('has to be changed after ninety days', () => {
    expect(passwordAgeDays['classified-protection']).toBe(90);
  });
});
