/** Text that is safe inside HTML. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** A whole page around some content. Says of itself that it is simulated. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 32px auto; max-width: 860px; padding: 0 16px; color: #1b1f24 }
pre { background: #f4f6f8; padding: 12px; overflow: auto }
.note { background: #fff4d6; padding: 8px 12px }
a { color: #1f5493 }
</style>
</head>
<body>
<p class="note">This Git host is simulated. Its repositories are real: clone them.</p>
<h1>${escapeHtml(title)}</h1>
${content}
</body>
</html>
`;
}

export function list(items: readonly string[], empty: string): string {
  return items.length === 0
    ? `<p>${escapeHtml(empty)}</p>`
    : `<ul>\n${items.map(item => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

export function link(href: string, text: string): string {
  return `<a href="${escapeHtml(encodeURI(href))}">${escapeHtml(text)}</a>`;
}
