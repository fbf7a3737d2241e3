// SPDX-License-Identifier: Apache-2.0
import { IconInbox, IconKey, IconMailX, IconSend, IconTrash } from '@tabler/icons-react';

/** How customers complain: the trouble page's headings in its order, E1 to E15. The text is the page's own, word for word. */
export const HEADINGS = {
  E1: 'メールが送信できません。',
  E2: 'メールが受信できません。',
  E3: 'メールボックスの容量がいっぱいになってしまい、メールが受信できなくなりました。',
  E4: 'メールボックスの容量がいっぱいになってしまったので空き容量を確保しました。受信できなかったメールを確認する方法はありますか?',
  E5: '配信したメールマガジンの件名に[SPAM]という文字列が付与されます。',
  E6: 'メールソフトでID、パスワードを求められる。',
  E7: 'メールアカウントのパスワードがわかりません。',
  E8: '出張、旅行等で日本国外にきた途端メールが送信できなくなりました。',
  E9: 'メールを送信するときにコモンネーム(CN)や証明書の警告が表示されます。',
  E10: '身に覚えのないメールのエラーが頻繁に戻ってくるようになりました。',
  E11: 'メールが受信できず、「maildir over quota.」と記載されたエラーメールがメール送信元に届くようになりました。',
  E12: 'IMAPのごみ箱(Trashフォルダ)に移動したメールが消えました。',
  E13: 'WEBメールから受信メールが消えてしまいました。',
  E14: 'Gmailなど特定の宛先にメールが届かなくなりました。',
  E15: '大量メール送信時のみ、Gmailなど特定の宛先にメールが届かなくなりました。',
} as const;

export type SymptomCode = keyof typeof HEADINGS;

/** As it stands in addresses of pages; the server's names. */
const SLUGS: Readonly<Record<SymptomCode, string>> = {
  E1: 'cannot-send',
  E2: 'cannot-receive',
  E3: 'mailbox-full',
  E4: 'refused-while-full',
  E5: 'marked-as-spam',
  E6: 'asked-for-password',
  E7: 'password-unknown',
  E8: 'abroad',
  E9: 'certificate-warning',
  E10: 'unknown-bounces',
  E11: 'maildir-over-quota',
  E12: 'gone-from-trash',
  E13: 'mail-disappeared',
  E14: 'destination-refuses',
  E15: 'bulk-refused',
};

/** What belongs together for somebody who looks for their trouble. */
export const GROUPS = [
  { title: 'groupSend', icon: IconSend, codes: ['E1', 'E8', 'E14', 'E15'] },
  { title: 'groupReceive', icon: IconInbox, codes: ['E2', 'E3', 'E4', 'E11'] },
  { title: 'groupSignIn', icon: IconKey, codes: ['E6', 'E7', 'E9'] },
  { title: 'groupGone', icon: IconTrash, codes: ['E12', 'E13'] },
  { title: 'groupStrange', icon: IconMailX, codes: ['E5', 'E10'] },
] as const satisfies readonly { title: string; icon: unknown; codes: readonly SymptomCode[] }[];

export const CODES = Object.keys(HEADINGS) as readonly SymptomCode[];

export function isSymptom(text: string): text is SymptomCode {
  return text in HEADINGS;
}

/** By the name in the address of a page. */
export function symptomOf(slug: string): SymptomCode | undefined {
  return CODES.find((code) => SLUGS[code] === slug);
}

/** Its name in the address of a page. */
export function symptomSlug(code: SymptomCode): string {
  return SLUGS[code];
}
