import { RuleViolation } from '../domain/errors.ts';

/** Why a document is not read; each stands for one thing that its sender can do something about. */
export type DocumentRefusalCode =
  | 'document-empty'
  | 'document-too-large'
  | 'document-unknown-kind'
  | 'document-old-format'
  | 'document-encrypted'
  | 'document-damaged'
  | 'document-macros'
  | 'document-external'
  | 'document-formula'
  | 'document-bomb'
  | 'document-too-heavy'
  | 'document-too-slow'
  | 'document-scanned'
  | 'document-encoding'
  | 'document-no-text'
  | 'document-wrong-mapping';

/** A refusal of the document in hand. `message` continues “文件……”, whose name the caller of a reader knows. */
export function documentRefusal(code: DocumentRefusalCode, message: string): RuleViolation {
  return new RuleViolation(code, message);
}
