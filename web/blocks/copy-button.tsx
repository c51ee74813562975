import { Button } from 'antd';
import { useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
}

/** Copies a text, usually for the group chat, and says whether the browser allowed it. */
export function CopyButton({ text, label = '复制群消息文字' }: CopyButtonProps) {
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('已复制');
    } catch {
      setTold('浏览器不允许复制，请在页面上选取文字');
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{label}</Button>
      <span role="status">{told}</span>
    </>
  );
}
