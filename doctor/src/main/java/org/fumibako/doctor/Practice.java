// SPDX-License-Identifier: Apache-2.0
package org.fumibako.doctor;

import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.dkim.Signing;
import org.fumibako.delivery.host.HostCheck;
import org.fumibako.dns.Resolver;
import org.fumibako.doctor.check.AccountExists;
import org.fumibako.doctor.check.AsReceived;
import org.fumibako.doctor.check.BlockedSenders;
import org.fumibako.doctor.check.BulkVolume;
import org.fumibako.doctor.check.Delivers;
import org.fumibako.doctor.check.DkimRecords;
import org.fumibako.doctor.check.DmarcRecord;
import org.fumibako.doctor.check.DomainHistory;
import org.fumibako.doctor.check.FiledAsJunk;
import org.fumibako.doctor.check.FilterVerdicts;
import org.fumibako.doctor.check.ForwardedAway;
import org.fumibako.doctor.check.ForwardingErrors;
import org.fumibako.doctor.check.Greylisted;
import org.fumibako.doctor.check.GuessedPassword;
import org.fumibako.doctor.check.HostCertificate;
import org.fumibako.doctor.check.HostSeen;
import org.fumibako.doctor.check.MailExchanger;
import org.fumibako.doctor.check.NameServers;
import org.fumibako.doctor.check.Names;
import org.fumibako.doctor.check.OutboundRefusals;
import org.fumibako.doctor.check.Probe;
import org.fumibako.doctor.check.PurgedFromTrash;
import org.fumibako.doctor.check.QueueWaiting;
import org.fumibako.doctor.check.RefusedMail;
import org.fumibako.doctor.check.RefusedWhileFull;
import org.fumibako.doctor.check.Removed;
import org.fumibako.doctor.check.RoomLeft;
import org.fumibako.doctor.check.SendingPace;
import org.fumibako.doctor.check.SendsNow;
import org.fumibako.doctor.check.SentCopies;
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
import org.fumibako.journal.Journal;
import org.fumibako.mailauth.Examiner;
import org.fumibako.mailauth.spf.Spf;
import org.fumibako.model.DomainName;
import org.fumibako.model.SpecialUse;
import org.fumibako.registry.Registry;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.filter.FilterPolicy;
import org.fumibako.registry.zone.NameServerState;
import org.fumibako.registry.zone.NameServerWatch;
import org.fumibako.registry.zone.ZoneEditor;
import org.fumibako.registry.zone.ZoneEntry;
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
            ZoneEditor zones,
            Signing signing,
            Journal journal,
            Clock clock) {}

    public Practice(Parts parts) {
        Names names = new Names(parts.names());
        Standard standard =
                new Standard(domain -> isOurs(parts.nameServers(), domain), domain -> entries(parts.zones(), domain));
        RoomLeft room = new RoomLeft(parts.store(), parts.registry().forwards());
        Probe probe = new Probe(parts.probe(), parts.store());
        SentCopies copies = new SentCopies(parts.store());
        Check exists = new AccountExists(parts.registry());
        Check takesRoom = new WhatTakesRoom(parts.store());
        Check full = new RefusedWhileFull(room, false);
        Check whoWasRefused = new RefusedWhileFull(room, true);
        Check signIns = SignIns.everywhere();
        Check toSend = SignIns.toSend();
        Check forgotten = SignIns.forgotten();
        Check abroad = new SentFromAbroad(parts.registry().countries());
        Check pace = new SendingPace(parts.registry().pacing(), parts.registry().sending());
        Check refusals = new OutboundRefusals(false);
        Check refusalsOfOne = new OutboundRefusals(true);
        Check queue = new QueueWaiting(parts.queue());
        Check sends = new SendsNow(parts.registry().sending(), parts.signing(), probe);
        Check port = new WrongPort();
        Check delivers = new Delivers(probe);
        Check exchanger = new MailExchanger(names, parts.host());
        Check nameServers = new NameServers(parts.nameServers(), parts.journal());
        Check refused = new RefusedMail();
        Check greylisted = new Greylisted();
        Check junk = new FiledAsJunk();
        Function<DomainName, FilterPolicy> filters =
                domain -> parts.registry().filters().of(domain);
        Check verdicts = new FilterVerdicts(filters, true);
        Check missed = new FilterVerdicts(filters, false);
        Check blocked = new BlockedSenders(filters, true);
        Check maybeBlocked = new BlockedSenders(filters, false);
        Check sorted = new SortedAway();
        Check forwarded = new ForwardedAway(parts.registry().forwards());
        Check spf = new SpfRecord(names, new Spf(parts.names(), parts.host(), parts.clock()), parts.host(), standard);
        Check dkim = new DkimRecords(parts.registry().dkim(), names, standard);
        Check dmarc = new DmarcRecord(names, standard, false);
        Check bulkDmarc = new DmarcRecord(names, standard, true);
        Check host = new HostSeen(parts.hostCheck(), parts.self());
        Check certificate = new HostCertificate(parts.self());
        Check received = new AsReceived(
                new AsReceived.Parts(
                        new Examiner(
                                parts.names(), parts.host(), parts.clock(), System::nanoTime, new SplittableRandom()),
                        parts.signing(),
                        names,
                        parts.host()),
                copies);
        Check serverNames = new ServerNames(parts.self());
        Check bounces = new StrangeBounces(parts.registry().pacing());
        Check pop = Removed.byPop();
        Check imap = Removed.byImap(SpecialUse.INBOX);
        Check web = Removed.byWebmail(SpecialUse.INBOX);
        Check trashByImap = Removed.byImap(SpecialUse.TRASH);
        Check trashByWeb = Removed.byWebmail(SpecialUse.TRASH);
        Check guessed = new GuessedPassword();
        Check errorsOfForwarding = new ForwardingErrors();
        Check volume = new BulkVolume(new DomainHistory(parts.registry(), parts.journal()));
        Check unsubscribing = new Unsubscribing(copies);
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
                greylisted,
                maybeBlocked,
                missed,
                junk,
                sorted,
                forwarded,
                pop,
                new Supporting(imap));
        list(Symptom.E3, exists, room, takesRoom, full);
        list(Symptom.E4, exists, whoWasRefused, new Supporting(room));
        list(Symptom.E5, exists, blocked, verdicts, new Supporting(spf), new Supporting(dkim), dmarc);
        list(Symptom.E6, exists, signIns);
        list(Symptom.E7, exists, forgotten);
        list(Symptom.E8, exists, abroad, toSend, pace, port);
        list(Symptom.E9, exists, serverNames, certificate);
        list(
                Symptom.E10,
                exists,
                bounces,
                guessed,
                errorsOfForwarding,
                new Supporting(refusals),
                new Supporting(signIns),
                dmarc);
        list(Symptom.E11, exists, room, whoWasRefused, takesRoom);
        list(Symptom.E12, exists, purged, trashByImap, trashByWeb);
        list(Symptom.E13, exists, pop, imap, web, sorted, forwarded, purged, maybeBlocked, missed, junk);
        list(Symptom.E14, exists, spf, dkim, dmarc, received, refusalsOfOne, queue, host);
        list(Symptom.E15, exists, spf, dkim, bulkDmarc, received, unsubscribing, volume, refusals, pace);
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

    private static List<ZoneEntry> entries(ZoneEditor zones, DomainName domain) {
        try {
            return zones.entries(domain);
        } catch (RegistryException notHere) {
            return List.of();
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
