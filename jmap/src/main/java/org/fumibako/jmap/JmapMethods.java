// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.util.List;
import org.fumibako.jmap.blob.BlobCopy;
import org.fumibako.jmap.blob.BlobGet;
import org.fumibako.jmap.blob.BlobLookup;
import org.fumibako.jmap.blob.BlobUpload;
import org.fumibako.jmap.contacts.AddressBookSet;
import org.fumibako.jmap.contacts.AddressBooks;
import org.fumibako.jmap.contacts.Cards;
import org.fumibako.jmap.contacts.ContactCardQuery;
import org.fumibako.jmap.contacts.ContactCardSet;
import org.fumibako.jmap.email.EmailChanges;
import org.fumibako.jmap.email.EmailCopy;
import org.fumibako.jmap.email.EmailGet;
import org.fumibako.jmap.email.EmailImport;
import org.fumibako.jmap.email.EmailParse;
import org.fumibako.jmap.email.EmailQuery;
import org.fumibako.jmap.email.EmailQueryChanges;
import org.fumibako.jmap.email.EmailSearch;
import org.fumibako.jmap.email.EmailSet;
import org.fumibako.jmap.email.SearchSnippetGet;
import org.fumibako.jmap.email.ThreadChanges;
import org.fumibako.jmap.email.ThreadGet;
import org.fumibako.jmap.kept.KeptChanges;
import org.fumibako.jmap.kept.KeptGet;
import org.fumibako.jmap.mailbox.MailboxChanges;
import org.fumibako.jmap.mailbox.MailboxGet;
import org.fumibako.jmap.mailbox.MailboxQuery;
import org.fumibako.jmap.mailbox.MailboxQueryChanges;
import org.fumibako.jmap.mailbox.MailboxSet;
import org.fumibako.jmap.quota.QuotaChanges;
import org.fumibako.jmap.quota.QuotaGet;
import org.fumibako.jmap.quota.QuotaQuery;
import org.fumibako.jmap.standard.NoQueryChanges;
import org.fumibako.jmap.submission.EmailSubmissionQuery;
import org.fumibako.jmap.submission.EmailSubmissionSet;
import org.fumibako.jmap.submission.IdentityBook;
import org.fumibako.jmap.submission.IdentityChanges;
import org.fumibako.jmap.submission.IdentityGet;
import org.fumibako.jmap.submission.IdentitySet;
import org.fumibako.jmap.submission.Outbox;
import org.fumibako.jmap.submission.ScheduledSending;
import org.fumibako.jmap.submission.Submissions;
import org.fumibako.jmap.wire.JmapLimits;

/** All methods there are. */
public final class JmapMethods {
    private JmapMethods() {}

    /** Methods with which one sends. */
    public static List<Method> sending(
            JmapServices services, Outbox outbox, IdentityBook book, Submissions submissions, ScheduledSending later) {
        return List.of(
                new IdentityGet(book, services.limits()),
                new IdentityChanges(book),
                new IdentitySet(book, services.limits()),
                new KeptGet(submissions.kept(), Capability.SUBMISSION, services.limits(), submissions.status()),
                new KeptChanges(submissions.kept(), Capability.SUBMISSION),
                new EmailSubmissionQuery(submissions, services.limits()),
                new NoQueryChanges("EmailSubmission/queryChanges", Capability.SUBMISSION),
                new EmailSubmissionSet(services, outbox, book, submissions, later));
    }

    /** Methods of the address book. */
    public static List<Method> contacts(AddressBooks books, Cards cards, JmapLimits limits) {
        return List.of(
                new KeptGet(books.books(), Capability.CONTACTS, limits, books),
                new KeptChanges(books.books(), Capability.CONTACTS),
                new AddressBookSet(books, limits),
                new KeptGet(books.cards(), Capability.CONTACTS, limits, KeptGet.Before.NOTHING),
                new KeptChanges(books.cards(), Capability.CONTACTS),
                new ContactCardQuery(books, limits),
                new NoQueryChanges("ContactCard/queryChanges", Capability.CONTACTS),
                new ContactCardSet(books, cards, limits));
    }

    /** Methods that read and change mail. */
    public static List<Method> of(JmapServices services) {
        EmailSearch search = new EmailSearch(services);
        return List.of(
                new CoreEcho(),
                new MailboxGet(services.mail(), services.store(), services.limits()),
                new MailboxChanges(services.mail()),
                new MailboxQuery(services.mail(), services.store(), services.limits()),
                new MailboxQueryChanges(services.mail(), services.store(), services.limits()),
                new MailboxSet(services.mail(), services.store(), services.limits()),
                new EmailGet(services.mail(), services.store(), services.limits()),
                new EmailChanges(services.mail()),
                new EmailQuery(services.mail(), search),
                new EmailQueryChanges(services.mail(), search),
                new EmailSet(services),
                new EmailCopy(),
                new EmailImport(services),
                new EmailParse(services),
                new ThreadGet(services.mail(), services.limits()),
                new ThreadChanges(services.mail()),
                new SearchSnippetGet(services),
                new QuotaGet(services),
                new QuotaChanges(services),
                new QuotaQuery(services),
                new NoQueryChanges("Quota/queryChanges", Capability.QUOTA),
                new BlobCopy(),
                new BlobUpload(services),
                new BlobGet(services),
                new BlobLookup(services));
    }
}
