// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.dns;

import static org.fumibako.api.dns.Refusals.explaining;

import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.dns.RecordData;
import org.fumibako.model.DomainName;
import org.fumibako.registry.zone.DmarcPolicy;
import org.fumibako.registry.zone.SpfChoice;
import org.fumibako.registry.zone.ZoneEditor;

/** SPF設定, DKIM設定 and DMARC設定: what tells others that mail is the domain's own. */
final class PolicyEndpoints {
    private final DnsParts parts;

    PolicyEndpoints(DnsParts parts) {
        this.parts = parts;
    }

    List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/domains/{domain}/spf", "showSpf")
                        .says("Who may send in the domain's name, as chosen and as it is published")
                        .may(Access.DOMAIN)
                        .gives(SpfView.class)
                        .refuses(Refusals.all())
                        .by(explaining(call -> spf(call.theDomain().name()))),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/spf", "setSpf")
                        .says("Chooses standard, gmail, or custom with a whole record")
                        .may(Access.DOMAIN)
                        .takes(SpfEdit.class)
                        .gives(SpfView.class)
                        .refuses(Refusals.all())
                        .by(explaining(this::setSpf)),
                new SpfCosts(parts.names()).endpoint(),
                Endpoint.of(Method.GET, "/api/domains/{domain}/dmarc", "showDmarc")
                        .says("What others shall do with mail that only pretends to be the domain's")
                        .may(Access.DOMAIN)
                        .gives(DmarcView.class)
                        .refuses(Refusals.all())
                        .by(explaining(call -> dmarc(call.theDomain().name()))),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/dmarc", "setDmarc")
                        .says("Chooses none (何もしない), quarantine (迷惑メールとして) or reject (配送しない)")
                        .may(Access.DOMAIN)
                        .takes(DmarcEdit.class)
                        .gives(DmarcView.class)
                        .refuses(Refusals.all())
                        .by(explaining(this::setDmarc)),
                Endpoint.of(Method.GET, "/api/domains/{domain}/dkim", "showDkim")
                        .says("Whether the domain signs, and with which keys")
                        .may(Access.DOMAIN)
                        .gives(DkimView.class)
                        .by(call -> DkimView.of(parts.keys(), call.theDomain().name())),
                Endpoint.of(Method.PUT, "/api/domains/{domain}/dkim", "setDkim")
                        .says("Begins or ends signing; keys are made by themselves")
                        .may(Access.DOMAIN)
                        .takes(DkimEdit.class)
                        .gives(DkimView.class)
                        .by(this::setDkim));
    }

    /** {@code choice} is {@code standard}, {@code gmail} or {@code custom}, which has a {@code record}. */
    private SpfView setSpf(Call<SpfEdit> call) {
        SpfEdit edit = call.request();
        SpfChoice choice = switch (edit.choice()) {
            case STANDARD -> SpfChoice.standard();
            case GMAIL -> SpfChoice.gmail();
            case CUSTOM -> {
                if (edit.record() == null || edit.record().isBlank()) {
                    throw ApiException.of(ErrorCode.FIELD_MISSING).at("record");
                }
                yield new SpfChoice.Custom(edit.record().strip());
            }
        };
        parts.editor().spf(call.theDomain().name(), choice, call.origin());
        return spf(call.theDomain().name());
    }

    private SpfView spf(DomainName domain) {
        ZoneEditor.Choices choices = parts.editor().choices(domain);
        return new SpfView(SpfEdit.SpfKind.of(choices.spf()), published(domain, "@", "v=spf1"));
    }

    private DmarcView setDmarc(Call<DmarcEdit> call) {
        parts.editor().dmarc(call.theDomain().name(), Optional.of(call.request().policy()), call.origin());
        return dmarc(call.theDomain().name());
    }

    private DmarcView dmarc(DomainName domain) {
        return new DmarcView(
                parts.editor().choices(domain).dmarc().orElse(DmarcPolicy.NONE),
                published(domain, "_dmarc", "v=DMARC1"));
    }

    private DkimView setDkim(Call<DkimEdit> call) {
        parts.keys().sign(call.theDomain().name(), call.request().signs(), call.origin());
        return DkimView.of(parts.keys(), call.theDomain().name());
    }

    /** The text that is served; empty where there is none. */
    private String published(DomainName domain, String name, String version) {
        return parts.editor().entries(domain).stream()
                .filter(entry -> !DnsRow.of(domain, entry).standing().equals("replaced"))
                .filter(entry -> DnsRow.of(domain, entry).name().equals(name))
                .filter(entry -> entry.record().data() instanceof RecordData.Txt text
                        && text.joined().regionMatches(true, 0, version, 0, version.length()))
                .map(entry -> DnsRow.content(entry.record().data()))
                .findFirst()
                .orElse("");
    }
}
