// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import static org.fumibako.api.dns.Refusals.explaining;

import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.ZoneEditor;

/** DNSレコード設定: the records of a domain's zone. */
final class RecordEndpoints {
    /** A zone file of as many records as a zone may have. */
    private static final int MAX_FILE = 1 << 20;

    private final ZoneEditor editor;

    RecordEndpoints(ZoneEditor editor) {
        this.editor = editor;
    }

    List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/domains/{domain}/dns/records", "listDnsRecords")
                        .says("Records of the zone: own ones, automatic ones, and automatic ones that own ones replace")
                        .may(Access.DOMAIN)
                        .gives(DnsRows.class)
                        .refuses(Refusals.all())
                        .by(explaining(call -> rows(call.theDomain().name()))),
                Endpoint.of(Method.POST, "/api/domains/{domain}/dns/records", "addDnsRecord")
                        .says("Adds a record")
                        .may(Access.DOMAIN)
                        .takes(DnsEdit.class)
                        .gives(DnsRows.class)
                        .refuses(Refusals.all())
                        .by(explaining(this::add)),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/dns/records/{record}", "changeDnsRecord")
                        .says("Puts a record in the place of an own one")
                        .may(Access.DOMAIN)
                        .takes(DnsEdit.class)
                        .gives(DnsRows.class)
                        .refuses(Refusals.all())
                        .by(explaining(this::change)),
                Endpoint.of(Method.DELETE, "/api/domains/{domain}/dns/records/{record}", "deleteDnsRecord")
                        .says("Deletes an own record; an automatic one that it replaced is back")
                        .may(Access.DOMAIN)
                        .gives(DnsRows.class)
                        .refuses(Refusals.all())
                        .by(explaining(this::delete)),
                Endpoint.of(Method.GET, "/api/domains/{domain}/dns/history", "listDnsChanges")
                        .says("The last changes of the zone, the newest first")
                        .may(Access.DOMAIN)
                        .gives(DnsChanges.class)
                        .refuses(Refusals.all())
                        .by(explaining(call ->
                                DnsChanges.of(editor.history(call.theDomain().name())))),
                Endpoint.of(Method.POST, "/api/domains/{domain}/dns/undo", "undoDns")
                        .says("Takes back the last change of the zone that was not taken back yet")
                        .may(Access.DOMAIN)
                        .gives(DnsRows.class)
                        .refuses(Refusals.all())
                        .by(explaining(this::undo)),
                Endpoint.of(Method.GET, "/api/domains/{domain}/dns/file", "exportZone")
                        .says("The zone as it is served, as a zone file")
                        .may(Access.DOMAIN)
                        .gives(ZoneFile.class)
                        .refuses(Refusals.all())
                        .by(explaining(call ->
                                new ZoneFile(editor.export(call.theDomain().name()), false))),
                Endpoint.of(Method.POST, "/api/domains/{domain}/dns/file", "importZone")
                        .says("Adds the records of a zone file, or puts them in the place of all own ones")
                        .may(Access.DOMAIN)
                        .takes(ZoneFile.class)
                        .gives(DnsRows.class)
                        .refuses(Refusals.all())
                        .by(MAX_FILE, explaining(this::load)));
    }

    private DnsRows rows(DomainName domain) {
        return new DnsRows(editor.entries(domain).stream()
                .map(entry -> DnsRow.of(domain, entry))
                .toList());
    }

    private DnsRows add(Call<DnsEdit> call) {
        editor.add(call.theDomain().name(), call.request().draft(), call.origin());
        return rows(call.theDomain().name());
    }

    private DnsRows change(Call<DnsEdit> call) {
        editor.change(
                call.theDomain().name(), call.number("record"), call.request().draft(), call.origin());
        return rows(call.theDomain().name());
    }

    private DnsRows delete(Call<Nothing> call) {
        editor.delete(call.theDomain().name(), call.number("record"), call.origin());
        return rows(call.theDomain().name());
    }

    private DnsRows undo(Call<Nothing> call) {
        editor.undo(call.theDomain().name(), call.origin());
        return rows(call.theDomain().name());
    }

    private DnsRows load(Call<ZoneFile> call) {
        editor.load(
                call.theDomain().name(), call.request().text(), call.request().replace(), call.origin());
        return rows(call.theDomain().name());
    }
}
