// SPDX-License-Identifier: Apache-2.0
package org.fumibako.journal;

import java.util.OptionalLong;
import org.fumibako.model.EnhancedStatus;
import org.fumibako.model.SmtpReply;

/**
 * Events as columns: the content's id has its own, all other fields go into {@code detail} in the order of the record. Fields
 * may only ever be added, at the end of a record; rows live for months.
 */
final class EventCodec {
    private EventCodec() {}

    /** The message's content, for the events that are about one. */
    static OptionalLong contentId(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Filed e -> OptionalLong.of(e.contentId());
            case JournalEvent.Seen e -> OptionalLong.of(e.contentId());
            case JournalEvent.Copied e -> OptionalLong.of(e.contentId());
            case JournalEvent.Moved e -> OptionalLong.of(e.contentId());
            case JournalEvent.Deleted e -> OptionalLong.of(e.contentId());
            case JournalEvent.Purged e -> OptionalLong.of(e.contentId());
            case FilterEvent.Learnt e -> OptionalLong.of(e.contentId());
            case JournalEvent.Refused _,
                    JournalEvent.Authenticated _,
                    JournalEvent.RefusedAbroad _,
                    JournalEvent.MailboxCreated _,
                    JournalEvent.MailboxRenamed _,
                    JournalEvent.MailboxDeleted _,
                    JournalEvent.SignedIn _,
                    JournalEvent.SignInFailed _,
                    JournalEvent.SettingChanged _,
                    AbuseEvent _,
                    FilterEvent.Judged _,
                    FilterEvent.ScannerSilent _,
                    JournalEvent.DnsChanged _,
                    ForwardEvent _,
                    SortingEvent _,
                    OutgoingEvent _ -> OptionalLong.empty();
        };
    }

    static String encode(JournalEvent event) {
        DetailWriter detail = new DetailWriter();
        switch (event) {
            case JournalEvent.Filed e ->
                detail.add(e.mailbox())
                        .add(e.uid())
                        .add(e.size())
                        .add(e.sender())
                        .add(e.recipient())
                        .add(e.messageId())
                        .add(e.subject());
            case JournalEvent.Refused e -> encode(e, detail);
            case JournalEvent.Authenticated e ->
                detail.add(e.sender())
                        .add(e.author())
                        .add(e.spf())
                        .add(e.dkim())
                        .add(e.arc())
                        .add(e.dmarc())
                        .add(e.action());
            case JournalEvent.RefusedAbroad e ->
                detail.add(e.sender()).add(e.country()).add(e.place().name());
            case JournalEvent.Seen e -> detail.add(e.mailbox()).add(e.uid());
            case JournalEvent.Copied e ->
                detail.add(e.from()).add(e.fromUid()).add(e.to()).add(e.toUid());
            case JournalEvent.Moved e ->
                detail.add(e.from()).add(e.fromUid()).add(e.to()).add(e.toUid());
            case JournalEvent.Deleted e -> detail.add(e.mailbox()).add(e.uid());
            case JournalEvent.Purged e -> detail.add(e.mailbox()).add(e.uid());
            case JournalEvent.MailboxCreated e -> detail.add(e.mailbox());
            case JournalEvent.MailboxRenamed e -> detail.add(e.from()).add(e.to());
            case JournalEvent.MailboxDeleted e -> detail.add(e.mailbox()).add(e.messages());
            case JournalEvent.SignedIn e -> detail.add(e.mechanism()).add(e.serverName());
            case JournalEvent.SignInFailed e ->
                detail.add(e.login()).add(e.mechanism()).add(e.reason());
            case JournalEvent.SettingChanged e -> detail.add(e.what()).add(e.actor());
            case AbuseEvent e -> AbuseCodec.encode(e, detail);
            case FilterEvent e -> FilterCodec.encode(e, detail);
            case JournalEvent.DnsChanged e -> detail.add(e.domain()).add(e.what());
            case ForwardEvent e -> ForwardCodec.encode(e, detail);
            case SortingEvent e -> SortingCodec.encode(e, detail);
            case OutgoingEvent e -> OutgoingCodec.encode(e, detail);
        }
        return detail.toString();
    }

    private static void encode(JournalEvent.Refused e, DetailWriter detail) {
        reply(detail.add(e.sender()).add(e.recipient()), e.reply());
    }

    static DetailWriter reply(DetailWriter detail, SmtpReply reply) {
        return detail.add(reply.code()).add(reply.status()).add(reply.text());
    }

    static JournalEvent decode(EventKind kind, long contentId, String detail) {
        DetailReader in = new DetailReader(detail);
        return switch (kind) {
            case FILED ->
                new JournalEvent.Filed(
                        contentId,
                        in.text(),
                        in.number(),
                        in.number(),
                        in.address(),
                        in.address(),
                        in.text(),
                        in.text());
            case REFUSED -> new JournalEvent.Refused(in.text(), in.text(), reply(in));
            case AUTHENTICATED ->
                new JournalEvent.Authenticated(
                        in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text());
            case REFUSED_ABROAD ->
                new JournalEvent.RefusedAbroad(
                        in.text(), in.text(), JournalEvent.RefusedAbroad.Place.valueOf(in.text()));
            case SEEN -> new JournalEvent.Seen(contentId, in.text(), in.number());
            case COPIED -> new JournalEvent.Copied(contentId, in.text(), in.number(), in.text(), in.number());
            case MOVED -> new JournalEvent.Moved(contentId, in.text(), in.number(), in.text(), in.number());
            case DELETED -> new JournalEvent.Deleted(contentId, in.text(), in.number());
            case PURGED -> new JournalEvent.Purged(contentId, in.text(), in.number());
            case MAILBOX_CREATED -> new JournalEvent.MailboxCreated(in.text());
            case MAILBOX_RENAMED -> new JournalEvent.MailboxRenamed(in.text(), in.text());
            case MAILBOX_DELETED -> new JournalEvent.MailboxDeleted(in.text(), in.number());
            // Rows from before the name was kept end after the mechanism, which reads as none.
            case SIGNED_IN -> new JournalEvent.SignedIn(in.text(), in.text());
            case SIGN_IN_FAILED -> new JournalEvent.SignInFailed(in.text(), in.text(), in.text());
            case SETTING_CHANGED -> new JournalEvent.SettingChanged(in.text(), in.text());
            case BACKSCATTER -> AbuseCodec.backscatter(in);
            case JUDGED -> FilterCodec.judged(in);
            case LEARNT -> new FilterEvent.Learnt(contentId, in.text(), in.number());
            case SCANNER_SILENT -> new FilterEvent.ScannerSilent(in.text(), in.text(), in.text());
            case TAKEOVER_SUSPECTED -> AbuseCodec.takeover(in);
            case DNS_CHANGED -> new JournalEvent.DnsChanged(in.text(), in.text());
            case FORWARDED -> ForwardCodec.forwarded(in);
            case FORWARD_WITHHELD -> ForwardCodec.withheld(in);
            case FORWARD_FAILED -> new ForwardEvent.TargetFailed(in.requiredAddress(), in.text(), in.number());
            case FORWARD_STOPPED -> new ForwardEvent.Stopped(in.requiredAddress(), in.text());
            case FORWARD_PUT_BACK -> new ForwardEvent.PutBack(in.requiredAddress(), in.text());
            case SORTED -> new SortingEvent.Sorted(in.text(), in.text(), in.text());
            case DISCARDED -> SortingCodec.discarded(in);
            case SCRIPT_FAILED -> new SortingEvent.ScriptFailed(in.text(), in.text());
            case AUTO_REPLIED -> new SortingEvent.AutoReplied(in.requiredAddress(), in.text(), in.text());
            case REPLY_WITHHELD -> new SortingEvent.ReplyWithheld(in.address(), in.text(), in.text());
            case QUEUED -> OutgoingCodec.queued(in);
            case DELIVERED -> OutgoingCodec.delivered(in);
            case DEFERRED -> OutgoingCodec.deferred(in);
            case BOUNCED -> OutgoingCodec.bounced(in);
            case EXPIRED -> OutgoingCodec.expired(in);
            case HELD -> new OutgoingEvent.Held(in.number(), in.requiredAddress());
            case RELEASED -> new OutgoingEvent.Released(in.number(), in.requiredAddress());
            case CANCELLED -> new OutgoingEvent.Cancelled(in.number(), in.requiredAddress());
            case NOTICE_DROPPED -> new OutgoingEvent.NoticeDropped(in.number(), in.requiredAddress(), in.text());
        };
    }

    static SmtpReply reply(DetailReader in) {
        return new SmtpReply(Math.toIntExact(in.number()), in.optionalText().map(EnhancedStatus::of), in.text());
    }
}
