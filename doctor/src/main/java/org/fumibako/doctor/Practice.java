// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.dns.Resolver;
import org.fumibako.doctor.check.AccountExists;
import org.fumibako.doctor.check.BlockedSenders;
import org.fumibako.doctor.check.BulkVolume;
import org.fumibako.doctor.check.Delivers;
import org.fumibako.doctor.check.DkimRecords;
import org.fumibako.doctor.check.DmarcRecord;
import org.fumibako.doctor.check.FiledAsJunk;
import org.fumibako.doctor.check.FilterVerdicts;
import org.fumibako.doctor.check.ForwardedAway;
import org.fumibako.doctor.check.HostSeen;
import org.fumibako.doctor.check.MailExchanger;
import org.fumibako.doctor.check.NameServers;
import org.fumibako.doctor.check.Names;
import org.fumibako.doctor.check.OutboundRefusals;
import org.fumibako.doctor.check.PurgedFromTrash;
import org.fumibako.doctor.check.QueueWaiting;
import org.fumibako.doctor.check.RefusedMail;
import org.fumibako.doctor.check.RefusedWhileFull;
import org.fumibako.doctor.check.Removed;
import org.fumibako.doctor.check.RoomLeft;
import org.fumibako.doctor.check.SendingPace;
import org.fumibako.doctor.check.SendsNow;
import org.fumibako.doctor.check.SentFromAbroad;
import org.fumibako.doctor.check.ServerNames;
import org.fumibako.doctor.check.SignIns;
import org.fumibako.doctor.check.SortedAway;
import org.fumibako.doctor.check.SpfRecord;
import org.fumibako.doctor.check.Standard;
import org.fumibako.doctor.check.StrangeBounces;
import org.fumibako.doctor.check.Supporting;
import org.fumibako.doctor.check.Unsubscribing;
import org.fumibako.doctor.check.WhatTakesRoom;
import org.fumibako.doctor.check.WrongPort;
import org.fumibako.mailauth.spf.Spf;
import org.fumibako.model.DomainName;
import org.fumibako.registry.Registry;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.zone.NameServerState;
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
            Supplier<HostCheck.Host> self,
            Clock clock) {}

    public Practice(Parts parts) {
        Names names = new Names(parts.names());
        Standard standard = new Standard(domain -> isOurs(parts.nameServers(), domain));
        RoomLeft room = new RoomLeft(parts.store());
        Check exists = new AccountExists(parts.registry());
        Check takesRoom = new WhatTakesRoom(parts.store());
        Check full = new RefusedWhileFull(room, false);
        Check whoWasRefused = new RefusedWhileFull(room, true);
        Check signIns = SignIns.everywhere();
        Check toSend = SignIns.toSend();
        Check abroad = new SentFromAbroad(parts.registry().countries());
        Check pace = new SendingPace(parts.registry().pacing());
        Check refusals = new OutboundRefusals();
        Check queue = new QueueWaiting(parts.queue());
        Check sends = new SendsNow(parts.registry().sending());
        Check port = new WrongPort();
        Check delivers = new Delivers(parts.probe(), parts.store());
        Check exchanger = new MailExchanger(names, parts.host());
        Check nameServers = new NameServers(parts.nameServers());
        Check refused = new RefusedMail();
        Check junk = new FiledAsJunk();
        Check verdicts = new FilterVerdicts(true);
        Check missed = new FilterVerdicts(false);
        Check blocked = new BlockedSenders(parts.registry().filters());
        Check maybeBlocked = new Supporting(blocked);
        Check sorted = new SortedAway();
        Check forwarded = new ForwardedAway(parts.registry().forwards());
        Check spf = new SpfRecord(names, new Spf(parts.names(), parts.host(), parts.clock()), parts.host(), standard);
        Check dkim = new DkimRecords(parts.registry().dkim(), names, standard);
        Check dmarc = new DmarcRecord(names, standard, false);
        Check bulkDmarc = new DmarcRecord(names, standard, true);
        Check host = new HostSeen(parts.hostCheck(), parts.self());
        Check serverNames = new ServerNames(parts.self());
        Check bounces = new StrangeBounces(parts.registry().pacing());
        Check pop = Removed.byPop();
        Check imap = Removed.byImap();
        Check web = Removed.byWebmail();
        Check volume = new BulkVolume();
        Check unsubscribing = new Unsubscribing(parts.store());
        Check purged = new PurgedFromTrash();

        list(Symptom.E1, exists, sends, abroad, pace, toSend, port, queue, refusals);
        list(
                Symptom.E2,
                exists,
                room,
                delivers,
                nameServers,
                exchanger,
                full,
                refused,
                missed,
                maybeBlocked,
                junk,
                sorted,
                forwarded,
                pop,
                new Supporting(imap));
        list(Symptom.E3, exists, room, takesRoom, full);
        list(Symptom.E4, exists, whoWasRefused, new Supporting(room));
        list(Symptom.E5, exists, blocked, verdicts, new Supporting(spf), new Supporting(dkim), dmarc);
        list(Symptom.E6, exists, signIns);
        list(Symptom.E7, exists, signIns);
        list(Symptom.E8, exists, abroad, toSend, pace, port);
        list(Symptom.E9, exists, serverNames, host);
        list(Symptom.E10, exists, bounces, new Supporting(signIns), dmarc);
        list(Symptom.E11, exists, room, whoWasRefused, takesRoom);
        list(Symptom.E12, exists, purged, imap, web);
        list(Symptom.E13, exists, pop, imap, web, sorted, forwarded, purged, missed, maybeBlocked, junk);
        list(Symptom.E14, exists, spf, dkim, dmarc, refusals, queue, host);
        list(Symptom.E15, exists, spf, dkim, bulkDmarc, unsubscribing, refusals, volume, pace);
    }

    private static boolean isOurs(NameServerWatch watch, DomainName domain) {
        try {
            return watch.check(domain)
                    .filter(state -> state.standing() == NameServerState.Standing.OURS)
                    .isPresent();
        } catch (RegistryException notHere) {
            return false;
        }
    }

    private void list(Symptom symptom, Check... checks) {
        lists.put(symptom, List.of(checks));
    }

    /** Every check once. */
    List<Check> all() {
        Map<String, Check> byId = new LinkedHashMap<>();
        lists.values().forEach(list -> list.forEach(check -> byId.putIfAbsent(check.id(), check)));
        return List.copyOf(byId.values());
    }

    /** In the order in which they are shown. */
    List<Check> checks(Symptom symptom) {
        return lists.getOrDefault(symptom, List.of());
    }
}
