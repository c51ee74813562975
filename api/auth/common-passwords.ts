import { dictionary } from '@zxcvbn-ts/language-common';

// What is tried in offices here, beside what was found in breaches.
const words = `
123456 1234567 12345678 123456789 1234567890 111111 000000 888888 666666 121212 123123 123321 654321 112233 11111111 00000000
88888888 66666666 5201314 1314520 147258369 987654321 password passw0rd p@ssw0rd p@ssword password1 password123 passw0rd123 qwerty
qwertyuiop qwerty123 qazwsx qazwsxedc 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t zaq12wsx asdfgh asdfghjkl zxcvbn zxcvbnm abc123
abcd1234 a123456 a123456789 aa123456 aaa111 q1w2e3r4 admin admin123 admin888 administrator root root123 toor guest test test123
letmein welcome welcome1 monkey dragon master sunshine princess football baseball superman batman trustno1 iloveyou shadow
michael jordan hunter killer access secret login changeme default system oracle huawei huawei123 woaini woaini1314 woaini520
nihao nihao123 beijing shanghai nanjing zhenjiang jiangsu zhongguo china2008 zhengfu zfwgk bangongshi duban duban123
zhenjiang123 jiangsu123 fagaiwei shengshi wanganban qwer1234 asdf1234 zxcv1234 temp temp123 user user123 hello hello123 computer
internet server network office office123 windows ubuntu postgres temporal
`;

/** Passwords that are tried first by everybody who guesses: some fifty thousand from breaches, and those of this place. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...dictionary['passwords-common'],
  ...words.split(/\s+/).filter((word) => word !== ''),
]);
