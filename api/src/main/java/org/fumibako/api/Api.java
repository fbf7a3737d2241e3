// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fumibako.api.abroad.Abroad;
import org.fumibako.api.abroad.AbroadEndpoints;
import org.fumibako.api.accounts.AccountEndpoints;
import org.fumibako.api.accounts.BulkEndpoints;
import org.fumibako.api.contacts.ContactEndpoints;
import org.fumibako.api.dns.DnsEndpoints;
import org.fumibako.api.dns.DnsParts;
import org.fumibako.api.doctor.DoctorEndpoints;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Endpoints;
import org.fumibako.api.filter.FilterEndpoints;
import org.fumibako.api.forwarding.ForwardingEndpoints;
import org.fumibako.api.history.HistoryEndpoints;
import org.fumibako.api.mail.MailEndpoints;
import org.fumibako.api.mailboxes.MailboxEndpoints;
import org.fumibako.api.operator.AbuseEndpoints;
import org.fumibako.api.operator.CustomerEndpoints;
import org.fumibako.api.operator.HostEndpoints;
import org.fumibako.api.portal.PortalEndpoints;
import org.fumibako.api.queue.QueueEndpoints;
import org.fumibako.api.reply.AutoReplyEndpoints;
import org.fumibako.api.rules.RuleEndpoints;
import org.fumibako.api.secrets.AppPasswordEndpoints;
import org.fumibako.api.secrets.SignInHistoryEndpoints;
import org.fumibako.api.secrets.TokenEndpoints;
import org.fumibako.api.session.SessionEndpoints;
import org.fumibako.api.session.TwoStepEndpoints;
import org.fumibako.api.setup.MailServer;
import org.fumibako.api.setup.ServerEndpoints;
import org.fumibako.api.trace.TraceEndpoints;
import org.fumibako.delivery.sorting.DryRun;
import org.fumibako.doctor.Doctor;
import org.fumibako.journal.Journal;
import org.fumibako.net.metrics.Metrics;
import org.fumibako.registry.Registry;
import org.fumibako.store.MessageStore;
import org.fumibako.store.OutboundQueue;
import org.fumibako.webmail.Webmail;

/** The one table of endpoints: a group of them is a line here. */
public final class Api {
    private Api() {}

    /** What endpoints work with. */
    public record Parts(
            Registry registry,
            MessageStore store,
            Journal journal,
            Abroad abroad,
            OutboundQueue queue,
            DnsParts dns,
            Doctor doctor,
            Webmail webmail,
            Supplier<MailServer> server,
            DryRun dryRun,
            Metrics metrics,
            Clock clock) {}

    public static Endpoints table(Parts parts) {
        List<Endpoint<?, ?>> all = new ArrayList<>();
        all.addAll(new SessionEndpoints(parts.registry(), parts.abroad().countries()).all());
        all.addAll(new TwoStepEndpoints(parts.registry()).all());
        all.addAll(new ServerEndpoints(parts.server()).all());
        all.addAll(new PortalEndpoints(parts.registry(), parts.store(), parts.dns(), parts.clock()).all());
        all.addAll(new AccountEndpoints(parts.registry(), parts.store()).all());
        all.addAll(new BulkEndpoints(parts.registry(), parts.store()).all());
        all.addAll(new DnsEndpoints(parts.dns(), parts.clock()).all());
        all.addAll(new ForwardingEndpoints(parts.registry().forwards()).all());
        all.addAll(new AutoReplyEndpoints(parts.registry().autoReplies(), parts.clock()).all());
        all.addAll(new RuleEndpoints(parts.registry(), parts.store(), parts.dryRun()).all());
        all.addAll(new MailboxEndpoints(parts.store()).all());
        all.addAll(new FilterEndpoints(parts.registry().filters()).all());
        all.addAll(new AppPasswordEndpoints(parts.registry().appPasswords()).all());
        all.addAll(new TokenEndpoints(parts.registry().apiTokens()).all());
        all.addAll(new SignInHistoryEndpoints(parts.journal(), parts.abroad().countries()).all());
        all.addAll(new AbroadEndpoints(parts.registry(), parts.journal(), parts.abroad(), parts.clock()).all());
        all.addAll(new QueueEndpoints(parts.registry(), parts.queue()).all());
        all.addAll(new TraceEndpoints(
                        parts.registry(), parts.journal(), parts.abroad().countries())
                .all());
        all.addAll(new DoctorEndpoints(parts.doctor(), parts.registry(), parts.journal(), parts.clock()).all());
        all.addAll(new HistoryEndpoints(parts.registry(), parts.clock()).all());
        all.addAll(new MailEndpoints(parts.webmail()).all());
        all.addAll(new ContactEndpoints(parts.webmail()).all());
        all.addAll(new CustomerEndpoints(parts.registry()).all());
        all.addAll(new AbuseEndpoints(parts.registry(), parts.queue()).all());
        all.addAll(new HostEndpoints(parts.metrics(), parts.clock()).all());
        return new Endpoints(all);
    }
}
