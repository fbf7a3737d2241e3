// SPDX-License-Identifier: Apache-2.0

/** What an invitation says (RFC 5545), as far as it is shown. */
export interface Invitation {
  readonly method: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly organizer: string;
  readonly attendees: readonly string[];
  /** ISO 8601; a date alone for a whole day. */
  readonly start: string | undefined;
  readonly end: string | undefined;
}

interface Line {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Lines read of one invitation; a calendar of a whole life is none. */
const MOST_LINES = 2_000;

/** The first event of a calendar; undefined when there is none. */
export function invitationOf(text: string): Invitation | undefined {
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
    .map(lineOf);
  const from = lines.findIndex((line) => line.name === 'BEGIN' && line.value === 'VEVENT');
  const to = lines.findIndex((line) => line.name === 'END' && line.value === 'VEVENT');
  if (from < 0 || to < from) {
    return undefined;
  }
  const event = lines.slice(from, to);
  const one = (name: string) => event.find((line) => line.name === name);
  return {
    method: lines.find((line) => line.name === 'METHOD')?.value ?? '',
    summary: words(one('SUMMARY')),
    location: words(one('LOCATION')),
    description: words(one('DESCRIPTION')),
    organizer: person(one('ORGANIZER')),
    attendees: event.filter((line) => line.name === 'ATTENDEE').map(person),
    start: moment(one('DTSTART')),
    end: moment(one('DTEND')),
  };
}

function lineOf(line: string): Line {
  const [, head = '', value = ''] = /^((?:"[^"]*"|[^:"])*):(.*)$/.exec(line) ?? [];
  const [name = '', ...parameters] = head.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const pairs = parameters.map((each) => {
    const [key = '', ...rest] = each.split('=');
    return [key.toUpperCase(), rest.join('=').replace(/^"|"$/g, '')] as const;
  });
  return { name: name.toUpperCase(), parameters: Object.fromEntries(pairs), value };
}

function words(line: Line | undefined): string {
  return (line?.value ?? '').replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1');
}

function person(line: Line | undefined): string {
  const address = (line?.value ?? '').replace(/^mailto:/i, '');
  const name = line?.parameters.CN;
  return name && name !== address ? `${name} <${address}>` : address;
}

/** Hours that Japan is ahead; times with a zone of their own are nearly always in it here, others are shown as they stand. */
const JAPAN = '+09:00';

function moment(line: Line | undefined): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(line?.value ?? '');
  if (!parts) {
    return undefined;
  }
  const [, year, month, day, hour, minute, second, utc] = parts;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}${utc ? 'Z' : JAPAN}`;
}
