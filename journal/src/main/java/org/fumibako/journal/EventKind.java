// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.Arrays;

/** What stands in the {@code kind} column for each record of {@link JournalEvent}. */
enum EventKind {
    FILED("filed"),
    REFUSED("refused"),
    AUTHENTICATED("authenticated"),
    REFUSED_ABROAD("refused-abroad"),
    SEEN("seen"),
    COPIED("copied"),
    MOVED("moved"),
    DELETED("deleted"),
    PURGED("purged"),
    MAILBOX_CREATED("mailbox-created"),
    MAILBOX_RENAMED("mailbox-renamed"),
    MAILBOX_DELETED("mailbox-deleted"),
    SIGNED_IN("signed-in"),
    SIGN_IN_FAILED("sign-in-failed"),
    SETTING_CHANGED("setting-changed"),
    BACKSCATTER("backscatter"),
    JUDGED("judged"),
    LEARNT("learnt"),
    SCANNER_SILENT("scanner-silent"),
    TAKEOVER_SUSPECTED("takeover-suspected"),
    DNS_CHANGED("dns-changed"),
    FORWARDED("forwarded"),
    FORWARD_WITHHELD("forward-withheld"),
    FORWARD_FAILED("forward-failed"),
    FORWARD_STOPPED("forward-stopped"),
    FORWARD_PUT_BACK("forward-put-back"),
    SORTED("sorted"),
    DISCARDED("discarded"),
    SCRIPT_FAILED("script-failed"),
    AUTO_REPLIED("auto-replied"),
    REPLY_WITHHELD("reply-withheld"),
    QUEUED("queued"),
    DELIVERED("delivered"),
    DEFERRED("deferred"),
    BOUNCED("bounced"),
    EXPIRED("expired"),
    HELD("held"),
    RELEASED("released"),
    CANCELLED("cancelled"),
    NOTICE_DROPPED("notice-dropped");

    private final String column;

    EventKind(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    static EventKind of(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Filed _ -> FILED;
            case JournalEvent.Refused _ -> REFUSED;
            case JournalEvent.Authenticated _ -> AUTHENTICATED;
            case JournalEvent.RefusedAbroad _ -> REFUSED_ABROAD;
            case JournalEvent.Seen _ -> SEEN;
            case JournalEvent.Copied _ -> COPIED;
            case JournalEvent.Moved _ -> MOVED;
            case JournalEvent.Deleted _ -> DELETED;
            case JournalEvent.Purged _ -> PURGED;
            case JournalEvent.MailboxCreated _ -> MAILBOX_CREATED;
            case JournalEvent.MailboxRenamed _ -> MAILBOX_RENAMED;
            case JournalEvent.MailboxDeleted _ -> MAILBOX_DELETED;
            case JournalEvent.SignedIn _ -> SIGNED_IN;
            case JournalEvent.SignInFailed _ -> SIGN_IN_FAILED;
            case JournalEvent.SettingChanged _ -> SETTING_CHANGED;
            case AbuseEvent.Backscatter _ -> BACKSCATTER;
            case FilterEvent.Judged _ -> JUDGED;
            case FilterEvent.Learnt _ -> LEARNT;
            case FilterEvent.ScannerSilent _ -> SCANNER_SILENT;
            case AbuseEvent.TakeoverSuspected _ -> TAKEOVER_SUSPECTED;
            case JournalEvent.DnsChanged _ -> DNS_CHANGED;
            case ForwardEvent.Forwarded _ -> FORWARDED;
            case ForwardEvent.Withheld _ -> FORWARD_WITHHELD;
            case ForwardEvent.TargetFailed _ -> FORWARD_FAILED;
            case ForwardEvent.Stopped _ -> FORWARD_STOPPED;
            case ForwardEvent.PutBack _ -> FORWARD_PUT_BACK;
            case SortingEvent.Sorted _ -> SORTED;
            case SortingEvent.Discarded _ -> DISCARDED;
            case SortingEvent.ScriptFailed _ -> SCRIPT_FAILED;
            case SortingEvent.AutoReplied _ -> AUTO_REPLIED;
            case SortingEvent.ReplyWithheld _ -> REPLY_WITHHELD;
            case OutgoingEvent.Queued _ -> QUEUED;
            case OutgoingEvent.Delivered _ -> DELIVERED;
            case OutgoingEvent.Deferred _ -> DEFERRED;
            case OutgoingEvent.Bounced _ -> BOUNCED;
            case OutgoingEvent.Expired _ -> EXPIRED;
            case OutgoingEvent.Held _ -> HELD;
            case OutgoingEvent.Released _ -> RELEASED;
            case OutgoingEvent.Cancelled _ -> CANCELLED;
            case OutgoingEvent.NoticeDropped _ -> NOTICE_DROPPED;
        };
    }

    static EventKind ofColumn(String column) {
        return Arrays.stream(values())
                .filter(kind -> kind.column.equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of event is called " + column));
    }
}
