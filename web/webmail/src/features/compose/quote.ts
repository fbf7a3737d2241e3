// SPDX-License-Identifier: Apache-2.0

/** Each line with `> ` before it. */
export function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A text as HTML: a paragraph for each that stands alone, quoted lines as a quotation. */
export function htmlOf(text: string): string {
  const blocks: string[] = [];
  let lines: string[] = [];
  let depth = 0;
  const flush = () => {
    if (lines.length > 0) {
      const inner = depth > 0 ? htmlOf(lines.join('\n')) : paragraphs(lines);
      blocks.push(depth > 0 ? `<blockquote>${inner}</blockquote>` : inner);
      lines = [];
    }
  };
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const level = line.startsWith('>') ? 1 : 0;
    if (level !== depth) {
      flush();
      depth = level;
    }
    lines.push(level > 0 ? line.replace(/^> ?/, '') : line);
  }
  flush();
  return blocks.join('');
}

function paragraphs(lines: readonly string[]): string {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(escaped).join('<br>')}</p>`)
    .join('');
}

const UNSEEN = 'script,style,head,title,template,meta,link,object,embed,iframe,form,input,button,svg,math,video,audio';

/** The HTML of an email as a quotation may have it: nothing that runs, nothing that is fetched; pictures only that came along with it. */
export function quotable(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of parsed.querySelectorAll(UNSEEN)) {
    unseen.remove();
  }
  for (const image of parsed.querySelectorAll('img')) {
    if (!image.getAttribute('src')?.startsWith('cid:')) {
      image.replaceWith(image.getAttribute('alt') ?? '');
    }
  }
  for (const element of parsed.body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (!(KEPT[element.tagName] ?? []).includes(name)) {
        element.removeAttribute(name);
      }
    }
    if (element.tagName === 'A' && !/^(https?|mailto|tel):/i.test(element.getAttribute('href') ?? '')) {
      element.removeAttribute('href');
    }
  }
  return parsed.body.innerHTML;
}

const KEPT: Readonly<Record<string, readonly string[]>> = { A: ['href'], IMG: ['src', 'alt'] };
