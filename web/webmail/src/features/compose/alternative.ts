// SPDX-License-Identifier: Apache-2.0
import { quoted } from './quote';

const BLOCK = /^(P|DIV|H[1-6]|UL|OL|LI|BLOCKQUOTE|PRE|HR|TABLE|TR)$/;

/** The text of what was written with formatting, for those who read text: with `>`, `-` and numbers for quotations and lists. */
export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return blocks(body)
    .replace(/\u00a0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

function blocks(parent: Node): string {
  let text = '';
  let line = '';
  for (const node of parent.childNodes) {
    if (node instanceof Element && BLOCK.test(node.tagName)) {
      text += ended(line) + block(node);
      line = '';
    } else {
      line += inline(node);
    }
  }
  return text + ended(line);
}

function ended(line: string): string {
  return line.trim() === '' ? '' : `${line}\n`;
}

function block(element: Element): string {
  switch (element.tagName) {
    case 'BLOCKQUOTE':
      return `${quoted(blocks(element))}\n\n`;
    case 'UL':
    case 'OL':
      return `${list(element)}\n`;
    case 'HR':
      return '----------\n\n';
    case 'PRE':
      return `${element.textContent ?? ''}\n\n`;
    case 'P':
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return `${inline(element)}\n\n`;
    default:
      return blocks(element);
  }
}

function list(element: Element): string {
  return [...element.children]
    .map((item, at) => {
      const mark = element.tagName === 'OL' ? `${at + 1}. ` : '- ';
      const [first = '', ...rest] = blocks(item)
        .trimEnd()
        .split('\n')
        .filter((line) => line !== '');
      return [mark + first, ...rest.map((line) => ' '.repeat(mark.length) + line)].join('\n');
    })
    .join('\n')
    .concat('\n');
}

function inline(node: Node): string {
  if (!(node instanceof Element)) {
    return (node.textContent ?? '').replace(/[\t\n ]+/g, ' ');
  } else if (node.tagName === 'BR') {
    return '\n';
  }
  const text = [...node.childNodes].map(inline).join('');
  const href = node.tagName === 'A' ? (node.getAttribute('href') ?? '') : '';
  const bare = href.replace(/^mailto:/, '');
  return bare === '' || bare.replace(/\/$/, '') === text.trim().replace(/\/$/, '') ? text : `${text} <${bare}>`;
}
