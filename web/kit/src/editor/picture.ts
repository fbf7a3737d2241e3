// SPDX-License-Identifier: Apache-2.0
import { Image } from '@tiptap/extension-image';

/**
 * A picture that goes along with a message: its source is `cid:` and a name, never an address, so that nothing is fetched from anywhere for
 * what was pasted or quoted. `resolve` says where the browser finds it.
 */
export function pictureOf(resolve: (cid: string) => string | undefined) {
  return Image.extend({
    parseHTML: () => [{ tag: 'img[src^="cid:"]' }],
    addInputRules: () => [],
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('img');
        const source = String(node.attrs.src ?? '');
        dom.alt = String(node.attrs.alt ?? '');
        dom.src = resolve(source.replace(/^cid:/, '')) ?? '';
        return { dom };
      },
  }).configure({ inline: true });
}
