/** A page of a government site: navigation, where one is, title, facts, the text, a foot; `content` is the text as HTML. */
export function htmlFile(content: string, title = '云川市2026年数字经济发展工作要点'): string {
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}_通知公告_云川市人民政府</title>
<style>.article p { text-indent: 2em }</style><script>var channel = '政务公开';</script></head>
<body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li><li><a href="/hd">政民互动。</a></li></ul></div>
<div class="wrap">
  <div class="where">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政务公开</a></div>
  <h1>${title}</h1>
  <div class="facts"><span>来源：市政府办公室</span> <span>发布日期：2026-01-21</span> <span>字号：[大 中 小]</span></div>
  <div class="article">${content}</div>
  <div class="tools"><span>打印</span> <span>关闭</span></div>
  <div style="display: none">分享二维码。请使用手机扫描，以便在手机上继续浏览本页面。</div>
</div>
<div class="foot">主办：云川市人民政府办公室　网站标识码：3300000001　云ICP备00000001号</div>
</body></html>`;
}
