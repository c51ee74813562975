import { escapeHtml } from '../../domain/letters/escape-html.ts';

/** What the page reads of an OpenAPI document. */
export interface DescribedApi {
  readonly info: { readonly title: string };
  readonly paths?: Readonly<Record<string, unknown>>;
  readonly components?: unknown;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly requestBody?: unknown;
  readonly parameters?: unknown;
  readonly responses?: unknown;
}

const style = `body{font:16px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font:14px/1.5 monospace}pre{background:#f5f5f5;padding:.75rem;overflow:auto;border-radius:4px}
summary{cursor:pointer;padding:.35rem 0}h2{margin-top:2rem;border-bottom:1px solid #ccc}
.m{display:inline-block;min-width:4.5rem;font-weight:bold}`;

/** The description of the API as a page without scripts, which asks nobody else for anything. */
export function apiPage(document: DescribedApi, nonce: string): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
      tag: operation.tags?.[0] ?? '',
    })),
  );
  const sections = [...Map.groupBy(operations, ({ tag }) => tag)].map(
    ([tag, some]) => `<h2>${escapeHtml(tag)}</h2>${some.map(operationText).join('')}`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(document.info.title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style nonce="${nonce}">${style}</style></head>
<body><h1>${escapeHtml(document.info.title)}</h1><p>OpenAPI 3.1：<a href="/api/openapi.json">/api/openapi.json</a></p>
${sections.join('')}<h2>类型</h2>${details('全部类型', document.components)}</body></html>`;
}

function operationText({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary = '', description = '', parameters, requestBody, responses } = operation;
  const parts = { parameters, requestBody, responses };
  return `<details><summary><span class="m">${method}</span><code>${escapeHtml(path)}</code> ${escapeHtml(summary)}</summary>
<p>${escapeHtml(description)}</p><pre>${escapeHtml(JSON.stringify(parts, null, 2))}</pre></details>`;
}

function details(title: string, value: unknown): string {
  return `<details><summary>${escapeHtml(title)}</summary><pre>${escapeHtml(JSON.stringify(value, null, 2) ?? '')}</pre></details>`;
}
