// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../mail/plain';
import { authenticationOf } from './authentication';
import { invitationOf } from './invitation';
import { pieces } from './pieces';
import { leavingOf } from './unsubscribing';

const field = (name: string, value: string) => ({ name, value });

describe('who sent an email', () => {
  const results = field(
    'Authentication-Results',
    ' mx.example; spf=pass (it fits) smtp.mailfrom=a.example;\r\n\tdmarc=pass',
  );
  const received = field('Received', ' from a by b');

  it('is proven by what our server wrote, above the first Received', () => {
    const { verdict, checks } = authenticationOf([results, received]);
    expect(verdict).toBe('verified');
    expect(checks).toEqual([
      ['spf', 'pass'],
      ['dmarc', 'pass'],
    ]);
  });

  it('is not proven by what the sender wrote below', () => {
    expect(authenticationOf([received, results]).verdict).toBe('none');
  });

  it('is in doubt when DMARC fails, and open when it says nothing', () => {
    expect(authenticationOf([field('authentication-results', 'mx; dmarc=fail'), received]).verdict).toBe('failed');
    expect(authenticationOf([field('Authentication-Results', 'mx; spf=pass'), received]).verdict).toBe('unknown');
  });

  it('is not decided by words in a comment', () => {
    const value = 'mx; dmarc=fail (sender says; dmarc=pass) header.from=a.example';
    expect(authenticationOf([field('Authentication-Results', value), received]).verdict).toBe('failed');
  });
});

describe('leaving a list', () => {
  it('is by its page or by mail, and by nothing else', () => {
    const value = ' <mailto:stop@list.example?subject=stop%208842>, <https://list.example/stop?u=1>';
    expect(leavingOf([field('List-Unsubscribe', value)])).toEqual({
      page: 'https://list.example/stop?u=1',
      mail: { to: 'stop@list.example', subject: 'stop 8842' },
      oneClick: false,
    });
    const post = field('List-Unsubscribe-Post', ' List-Unsubscribe=One-Click');
    expect(leavingOf([field('List-Unsubscribe', value), post])?.oneClick).toBe(true);
    expect(leavingOf([field('List-Unsubscribe', '<mailto:a@b.example>'), post])?.oneClick).toBe(false);
    expect(leavingOf([field('List-Unsubscribe', '<javascript:alert(1)>, <http://list.example/>')])).toBeUndefined();
    expect(leavingOf([])).toBeUndefined();
  });
});

describe('a plain text', () => {
  it('has addresses of pages that end where Japanese goes on', () => {
    expect(pieces('詳しくは https://a.example/x?y=1。（https://b.example/）')).toEqual([
      { kind: 'text', text: '詳しくは ' },
      { kind: 'link', text: 'https://a.example/x?y=1' },
      { kind: 'text', text: '。（' },
      { kind: 'link', text: 'https://b.example/' },
      { kind: 'text', text: '）\n' },
    ]);
  });

  it('has quoted lines in one piece', () => {
    expect(pieces('a\n> b\n>> c\nd')).toEqual([
      { kind: 'text', text: 'a\n' },
      { kind: 'quote', text: 'b\n> c' },
      { kind: 'text', text: 'd\n' },
    ]);
  });

  it('is taken out of HTML without what is not seen', () => {
    expect(htmlText('<style>p{}</style><p>一<br>二</p><script>x()</script><ul><li>三</li></ul>')).toBe('一\n二\n三');
  });
});

describe('an invitation', () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'DTSTART;TZID=Asia/Tokyo:20261202T100000',
    'DTEND:20261202T023000Z',
    'SUMMARY:現地調査\\, 2階',
    'DESCRIPTION:一行目\\n二行',
    ' 目',
    'ORGANIZER;CN="みほん: 工務店":mailto:genba@koumuten.example',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

  it('says what, when and by whom', () => {
    expect(invitationOf(ics)).toEqual({
      method: 'REQUEST',
      summary: '現地調査, 2階',
      location: '',
      description: '一行目\n二行目',
      organizer: 'みほん: 工務店 <genba@koumuten.example>',
      attendees: [],
      start: '2026-12-02T10:00:00+09:00',
      end: '2026-12-02T02:30:00Z',
    });
  });

  it('is none without an event', () => {
    expect(invitationOf('BEGIN:VCALENDAR\r\nEND:VCALENDAR')).toBeUndefined();
    expect(invitationOf('')).toBeUndefined();
  });
});
