// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { textOfHtml } from './alternative';
import { htmlOf, quotable, quoted } from './quote';
import { resigned, signatureHtml, signatureText } from './signature';

it('a quotation of a quotation has no space between its marks', () =>
  expect(quoted('a\n\n> b\n')).toBe('> a\n>\n>> b'));

describe('text as HTML', () => {
  it('has paragraphs, lines and quotations, and nothing of it is a tag', () => {
    expect(htmlOf('a <b>\nc\n\nd\n> e\n>> f')).toBe(
      '<p>a &lt;b&gt;<br>c</p><p>d</p><blockquote><p>e</p><blockquote><p>f</p></blockquote></blockquote>',
    );
  });

  it('is the same text again', () => {
    const text =
      'いつもお世話になっております。\nサンプル商会です。\n\n> 発注書を\n> お送りします。\n\n-- \nサンプル商会';
    expect(textOfHtml(htmlOf(text)).replace(/-- $/m, '-- ')).toBe(text);
  });
});

describe('the text beside HTML', () => {
  it.each([
    ['<p>a</p><p>b<br>c</p>', 'a\n\nb\nc'],
    ['<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n- b'],
    ['<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>', '1. a\n   - b'],
    ['<blockquote><p>a</p><p>b</p></blockquote><p>c</p>', '> a\n>\n> b\n\nc'],
    ['<p><a href="https://example.jp/">例</a></p>', '例 <https://example.jp/>'],
    ['<p><a href="https://example.jp/">https://example.jp</a></p>', 'https://example.jp'],
    ['<p><a href="mailto:a@b.example">a@b.example</a></p>', 'a@b.example'],
    ['<p>a&nbsp;b &lt;c&gt;</p>', 'a b <c>'],
  ])('%s', (html, text) => expect(textOfHtml(html)).toBe(text));
});

describe('what is quoted of HTML', () => {
  it('runs nothing and fetches nothing', () => {
    const clean = quotable(
      '<style>p{}</style><script>x()</script><div onclick="x()" style="background:url(//t)">a' +
        '<img src="https://t.example/1.gif" alt="図"><a href="javascript:x()">b</a><iframe src="//t"></iframe>' +
        '<svg onload="x()"><a href="//t"></a></svg><form action="//t"><input></form></div>',
    );
    expect(clean).toBe('<div>a図<a>b</a></div>');
  });

  it('keeps pictures that came along, and links', () =>
    expect(quotable('<p><img src="cid:1@x" width="3"><a href="https://a.example/" target="_blank">a</a></p>')).toBe(
      '<p><img src="cid:1@x"><a href="https://a.example/">a</a></p>',
    ));
});

describe('a signature', () => {
  const one = { textSignature: '営業部', htmlSignature: '' };
  const other = { textSignature: '総務部\n東京', htmlSignature: '' };
  const identity = (signature: typeof one) => ({ ...signature }) as Parameters<typeof resigned>[2];

  it('is exchanged with the identity, and what was written stays', () => {
    const before = { text: `a\n\n${signatureText(one)}`, html: `<p>a</p>${signatureHtml(one)}` };
    expect(resigned(before, identity(one), identity(other))).toEqual({
      text: 'a\n\n-- \n総務部\n東京\n',
      html: '<p>a</p><p>-- <br>総務部<br>東京</p>',
    });
  });

  it('that was changed by hand is left alone', () => {
    const body = { text: 'a\n\n-- \n営業部 山田\n', html: '<p>-- <br>営業部 山田</p>' };
    expect(resigned(body, identity(one), identity(other))).toEqual({
      text: body.text,
      html: body.html,
    });
  });
});
