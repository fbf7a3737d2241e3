// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.dns.Resolver;
import org.fumibako.doctor.check.AccountExists;
import org.fumibako.doctor.check.BulkVolume;
import org.fumibako.doctor.check.Delivers;
import org.fumibako.doctor.check.DkimRecords;
import org.fumibako.doctor.check.DmarcRecord;
import org.fumibako.doctor.check.FiledAsJunk;
import org.fumibako.doctor.check.ForwardedAway;
import org.fumibako.doctor.check.HostSeen;
import org.fumibako.doctor.check.MailExchanger;
import org.fumibako.doctor.check.NameServers;
import org.fumibako.doctor.check.OutboundRefusals;
import org.fumibako.doctor.check.PurgedFromTrash;
import org.fumibako.doctor.check.QueueWaiting;
import org.fumibako.doctor.check.RefusedMail;
import org.fumibako.doctor.check.RefusedWhileFull;
import org.fumibako.doctor.check.Removed;
import org.fumibako.doctor.check.RoomLeft;
import org.fumibako.doctor.check.SendingPace;
import org.fumibako.doctor.check.SentFromAbroad;
import org.fumibako.doctor.check.SignIns;
import org.fumibako.doctor.check.SpfRecord;
import org.fumibako.doctor.check.StrangeBounces;
import org.fumibako.doctor.check.Unsubscribing;
import org.fumibako.doctor.check.WhatTakesRoom;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Registry;
import org.fumibako.registry.zone.NameServerWatch;
import org.fumibako.store.MessageStore;
import org.fumibako.store.OutboundQueue;

/** Which checks belong to which symptom, the likeliest cause first. */
public final class Practice {
    private final Map<Symptom, List<Check>> lists = new EnumMap<>(Symptom.class);

    /**
     * What the checks look at.
     *
     * @param names the world's DNS
     * @param probe takes a test message as all mail is taken, but lets nothing leave the house
     */
    public record Parts(
            Registry registry,
            MessageStore store,
            OutboundQueue queue,
            Inbound probe,
            Resolver names,
            NameServerWatch nameServers,
            DomainName host,
            HostCheck hostCheck,
            Supplier<HostCheck.Host> self) {}

    public Practice(Parts parts) {
        Check exists = new AccountExists(parts.registry());
        Check room = new RoomLeft(parts.store());
        Check takesRoom = new WhatTakesRoom(parts.store());
        Check full = new RefusedWhileFull();
        Check signIns = new SignIns();
        Check abroad = new SentFromAbroad(parts.registry().countries());
        Check pace = new SendingPace(parts.registry().pacing());
        Check refusals = new OutboundRefusals();
        Check queue = new QueueWaiting(parts.queue());
        Check delivers = new Delivers(parts.probe(), parts.store());
        Check exchanger = new MailExchanger(parts.names(), parts.host());
        Check nameServers = new NameServers(parts.nameServers());
        Check refused = new RefusedMail();
        Check junk = new FiledAsJunk();
        Check forwarded = new ForwardedAway(parts.registry().forwards());
        Check spf = new SpfRecord(parts.names());
        Check dkim = new DkimRecords(parts.registry().dkim(), parts.names());
        Check dmarc = new DmarcRecord(parts.names());
        Check host = new HostSeen(parts.hostCheck(), parts.self());
        Check bounces = new StrangeBounces(parts.registry().pacing());
        Check pop = Removed.byPop();
        Check imap = Removed.byImap();
        Check volume = new BulkVolume();
        Check unsubscribing = new Unsubscribing(parts.store());
        Check purged = new PurgedFromTrash();

        list(Symptom.E1, exists, abroad, pace, signIns, queue, refusals, delivers);
        list(Symptom.E2, exists, room, delivers, nameServers, exchanger, full, refused, junk, forwarded, pop, imap);
        list(Symptom.E3, exists, room, takesRoom, full);
        list(Symptom.E4, exists, full, room);
        list(Symptom.E5, exists, junk, spf, dkim, dmarc);
        list(Symptom.E6, exists, signIns);
        list(Symptom.E7, exists, signIns);
        list(Symptom.E8, exists, abroad, signIns, pace);
        list(Symptom.E9, exists, host, signIns);
        list(Symptom.E10, exists, bounces, signIns, dmarc);
        list(Symptom.E11, exists, room, full, takesRoom);
        list(Symptom.E12, exists, purged, imap);
        list(Symptom.E13, exists, pop, imap, forwarded, purged, junk);
        list(Symptom.E14, exists, refusals, spf, dkim, dmarc, host, queue);
        list(Symptom.E15, exists, refusals, volume, unsubscribing, dmarc, spf, dkim, pace);
    }

    private void list(Symptom symptom, Check... checks) {
        lists.put(symptom, List.of(checks));
    }

    /** Every check once. */
    List<Check> all() {
        return lists.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** In the order in which they are shown. */
    List<Check> checks(Symptom symptom) {
        return lists.getOrDefault(symptom, List.of());
    }
}
