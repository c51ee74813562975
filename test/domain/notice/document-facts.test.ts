import { describe, expect, it } from 'vitest';
import { documentFacts } from '../../../domain/notice/document-facts.ts';
import { sourceText } from '../../../domain/notice/source-text.ts';

describe('what a notice says of itself', () => {
  it('stands in a cover notice: title in book marks, number, issuer and day', () => {
    const text =
      '云营办〔2023〕6号\n各区县人民政府：\n现将《云州市2023年重点任务》印发给你们，请认真落实。\n云州市人民政府办公室\n2023年3月15日\n一、总体要求\n提升服务。';
    expect(documentFacts(sourceText(text))).toEqual({
      title: '云州市2023年重点任务',
      issuer: '云州市人民政府办公室',
      documentNumber: '云营办〔2023〕6号',
      issuedOn: '2023-03-15',
      planYear: 2023,
      assumedYear: 2023,
    });
  });

  it('stands at the end of a text in one line', () => {
    const text =
      '各地区：为优化服务，提出以下意见。一、优化流程（一）精简。推进。（甲部负责）国家甲部办公厅2020年7月15日（此件公开发布）';
    const facts = documentFacts(sourceText(text.replace('（甲部负责）', '（甲部负责）。')));
    expect(facts).toMatchObject({ issuer: '国家甲部办公厅', issuedOn: '2020-07-15', planYear: 2020 });
  });

  it('is put together where the title is broken into two lines', () => {
    const text = '云州市人民政府关于促进开发区\n高质量发展的若干意见\n一、指导思想';
    expect(documentFacts(sourceText(text)).title).toBe('云州市人民政府关于促进开发区高质量发展的若干意见');
  });

  it('takes the plan year from the title even where the number or the day disagree', () => {
    const text = '云发〔2025〕9号\n云州市行动计划（2026—2027年）\n2025年6月29日\n一、目标';
    expect(documentFacts(sourceText(text))).toMatchObject({ planYear: 2026, issuedOn: '2025-06-29' });
  });

  it('is null where nothing is said, and the year of a cited document only helps to date', () => {
    const text = '根据《云州市措施》（云发〔2016〕13号），制定如下措施。\n1. 精简手续。5月底前完成。（区甲局牵头）';
    expect(documentFacts(sourceText(text))).toEqual({
      title: null,
      issuer: null,
      documentNumber: null,
      issuedOn: null,
      planYear: null,
      assumedYear: 2016,
    });
  });

  it('reads a day in Chinese numerals', () => {
    expect(documentFacts(sourceText('云州市财政局\n二〇二二年八月二十二日')).issuedOn).toBe('2022-08-22');
  });
});
