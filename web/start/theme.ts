import type { ThemeConfig } from 'antd';

/** Sizes of text that people choose between; the browser's own zoom works besides. */
export const textSizes = { standard: '标准', large: '大', largest: '特大' } as const;

/** One of the sizes, as it is kept. */
export type TextSize = keyof typeof textSizes;

/** Base size in px of each choice. */
export const basePixels: Readonly<Record<TextSize, number>> = { standard: 14, large: 18, largest: 28 };

/** Colours stand 4.5 : 1 or more against their ground, which the library's own defaults do not all do. */
export function themeOf(size: TextSize): ThemeConfig {
  return {
    cssVar: { key: 'duban' },
    token: {
      fontSize: basePixels[size],
      // Buttons and fields grow with what stands in them.
      controlHeight: Math.round((basePixels[size] * 16) / 7),
      fontFamily: "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif",
      borderRadius: 4,
      motion: false,
      colorPrimary: '#17498a',
      colorLink: '#17498a',
      colorLinkHover: '#0d2f5e',
      colorLinkActive: '#0d2f5e',
      colorError: '#b3261e',
      colorErrorText: '#b3261e',
      colorSuccess: '#1d6b2c',
      colorWarning: '#8a4b00',
      colorText: '#1f1f1f',
      colorTextSecondary: '#454545',
      colorTextTertiary: '#595959',
      colorTextDescription: '#595959',
      colorTextPlaceholder: '#666666',
      colorTextDisabled: '#666666',
      controlOutlineWidth: 3,
    },
  };
}
