import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { readings } from '../http/readings.ts';
import { pageNonce } from './style-nonce.ts';
import { themeOf } from './theme.ts';
import { useTextSize } from './use-text-size.ts';

/** What every page stands in: language, theme and nonce of the components, and what was read. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const { size } = useTextSize();
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeOf(size)}
      csp={{ nonce: pageNonce }}
      // Two characters would be set apart: 登 录.
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={readings}>{children}</QueryClientProvider>
    </ConfigProvider>
  );
}
