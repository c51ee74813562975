import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The page is not for the seat in which the person acts. */
export function ForbiddenPage({ text }: { readonly text?: string }) {
  return (
    <Outcome title="当前岗位不能查阅此页面">
      <p>{text ?? '如您另有岗位，请在页面上方切换岗位；如确需查阅，请与领导小组办公室联系。'}</p>
    </Outcome>
  );
}

/** No such page, or nothing of that number. */
export function NotFoundPage({ text }: { readonly text?: string }) {
  return (
    <Outcome title="没有找到此页面">
      <p>{text ?? '网址可能有误，或内容已不存在。请从左侧目录进入。'}</p>
    </Outcome>
  );
}

/** An address that is no page at all: outside the frame, hence with a landmark of its own. */
export function LostPage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  );
}

/** The page itself failed; what was typed stays on this machine. */
export function BrokenPage() {
  return (
    <main>
      <Outcome title="页面出现错误">
        <p>已填写的内容保留在本机。请刷新页面；如仍出现此提示，请与系统管理员联系。</p>
      </Outcome>
    </main>
  );
}

function Outcome({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="outcome">
      <h1>{title}</h1>
      {children}
      <p>
        <Link to="/">返回首页</Link>
      </p>
    </div>
  );
}
